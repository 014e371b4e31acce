/// What was wrong with the file as such.
///
/// Example: a file that ends inside of a table gives `unclosed-markup`.
struct ReadingRule: AuditRule {
    static let all: [any AuditRule] = [
        ReadingRule(
            kind: .undecodableBytes, thai: "ไบต์ที่ถอดรหัสตัวอักษรไม่ได้",
            english: "bytes without a meaning in the file's encoding"),
        ReadingRule(kind: .nulBytes, thai: "ไบต์ NUL ในข้อความ", english: "NUL bytes in the text"),
        ReadingRule(
            kind: .unclosedQuote, thai: "เครื่องหมายคำพูดเปิดแล้วไม่ปิด", english: "a quote that opens and never closes"),
        ReadingRule(kind: .unclosedMarkup, thai: "ตาราง HTML เปิดแล้วไม่ปิด", english: "an HTML table that never closes"),
        ReadingRule(kind: .deepNesting, thai: "ตารางซ้อนกันลึกเกินไป", english: "tables that are nested too deep"),
        ReadingRule(
            kind: .coveringText, thai: "ข้อความยาวในเซลล์ครอบหลายแถวเกินไป",
            english: "a long cell that covers too many rows"),
        ReadingRule(
            kind: .unsoundTextLayer, thai: "ชั้นข้อความของหน้าเสียหาย", english: "a page whose text layer is damaged"),
        ReadingRule(
            kind: .doubtfulTextLayer, thai: "ชั้นข้อความของหน้าดูเหมือนเสียหาย",
            english: "a page whose text layer seems damaged, and was kept"),
        ReadingRule(kind: .undrawnPage, thai: "หน้าที่วาดภาพไม่ได้", english: "a page that could not be drawn"),
        ReadingRule(kind: .unreadPage, thai: "หน้าที่อ่านไม่ได้", english: "a page that could not be read"),
    ]

    let kind: ReadProblem.Kind
    let thai: String
    let english: String

    var description: RuleDescription { RuleDescription(kind.rawValue, thai: thai, english: english) }

    func findings(in subject: AuditSubject) -> [Finding] {
        subject.problems.filter { $0.kind == kind }.map { problem in
            let (thai, english) = Self.message(problem)
            return finding(thai: thai, english: english, span: problem.span)
        }
    }

    private static func message(_ problem: ReadProblem) -> (thai: String, english: String) {
        switch problem.kind {
        case .undecodableBytes:
            (
                "มี \(problem.count) ไบต์ที่ถอดรหัสตัวอักษรไม่ได้ แทนด้วย U+FFFD",
                "\(problem.count) bytes have no meaning in the file's encoding; U+FFFD stands for them"
            )
        case .nulBytes:
            ("มีไบต์ NUL \(problem.count) ไบต์ในข้อความ", "\(problem.count) NUL bytes stand in the text")
        case .unclosedQuote: ("เครื่องหมายคำพูดเปิดแล้วไม่ปิด", "a quote opens that never closes")
        case .unclosedMarkup: ("ตาราง HTML เปิดแล้วไม่ปิด", "an HTML table opens that never closes")
        case .deepNesting: ("ตารางซ้อนกันลึกเกินไป", "tables are nested too deep")
        case .coveringText:
            (
                "ข้อความยาวในเซลล์ครอบหลายแถวเกินไป แถวที่เหลือจึงไม่มีข้อความนี้",
                "a long cell covers too many rows; \(problem.count) of its rows are given without its text"
            )
        case .unsoundTextLayer:
            (
                "ชั้นข้อความของหน้าเสียหาย จึงใช้ข้อความจากการรู้จำตัวอักษรแทน",
                "the text layer of the page is damaged; what recognition reads was taken instead"
            )
        case .doubtfulTextLayer:
            (
                "ชั้นข้อความของหน้าดูเหมือนเสียหาย แต่การรู้จำตัวอักษรอ่านไม่ได้ดีกว่า จึงใช้ชั้นข้อความเดิม",
                "the text layer of the page seems damaged, but recognition reads no better; the layer was kept"
            )
        case .undrawnPage:
            (
                "วาดภาพของหน้าไม่ได้ภายในขีดจำกัด จึงอ่านข้อความโดยไม่มีเส้นตาราง",
                "the page could not be drawn within the limits; its text was read without its ruling lines"
            )
        case .unreadPage:
            ("อ่านหน้านี้ไม่ได้", "the page could not be read")
        }
    }
}

/// A text without a single measure: no ITA report, or one that could not be read.
struct NoMeasuresRule: AuditRule {
    var description: RuleDescription {
        RuleDescription("no-measures", thai: "เอกสารไม่มีมาตรการ", english: "a document without measures")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        guard subject.report.measures.isEmpty else { return [] }
        return [finding(thai: "ไม่พบมาตรการในเอกสารนี้", english: "no measures were found in this document", span: nil)]
    }
}

/// Digits of a scan that may be others, and boxes that may be ticked.
struct ConfidenceRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "low-confidence", thai: "ตัวเลขหรือช่องเครื่องหมายที่อ่านได้ไม่แน่ชัด",
            english: "digits or boxes that could not be read with certainty")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        guard let pages = report.pages else { return [] }
        var owners: [UInt32: Int] = [:]
        for (index, measure) in report.measures.enumerated() {
            for entry in pages.entries(in: report.sourceRange(of: measure.span)) where entry.isDoubtful {
                owners[entry.span.start] = owners[entry.span.start] ?? index
            }
        }
        return pages.entries.filter(\.isDoubtful).map { entry in
            let written = String(decoding: report.sourceText[entry.span.range], as: UTF8.self)
            let isBox = ["☐", "☑", "■"].contains(written)
            return finding(
                thai: isBox ? "\"\(written)\" อาจทำเครื่องหมายไว้หรือไม่ก็ได้" : "อ่านตัวเลขใน \"\(written)\" ได้ไม่แน่ชัด",
                english: isBox
                    ? "whether \"\(written)\" is ticked could not be told with certainty"
                    : "the digits of \"\(written)\" could not be read with certainty",
                measure: owners[entry.span.start], span: report.span(ofSource: entry.span.range))
        }
    }
}
