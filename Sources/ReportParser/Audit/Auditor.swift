/// Says what is wrong or doubtful in a report.
enum Auditor {
    /// The findings of all rules, in the order of the rules.
    static func findings(of report: Report, problems: [ReadProblem]) -> [Finding] {
        ReadingRule.findings(problems) + ConfidenceRule.findings(report) + NoMeasuresRule.findings(report)
            + DateRule.findings(report)
    }
}

/// What was wrong with the file as such.
enum ReadingRule {
    static func findings(_ problems: [ReadProblem]) -> [Finding] {
        problems.map { problem in
            let (thai, english) =
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
            return Finding(
                rule: problem.kind.rawValue, severity: .warning, thai: thai, english: english, span: problem.span)
        }
    }
}

/// A text without a single measure is no ITA report, or one that could not be read.
enum NoMeasuresRule {
    static func findings(_ report: Report) -> [Finding] {
        guard report.measures.isEmpty else { return [] }
        return [
            Finding(
                rule: "no-measures", severity: .warning, thai: "ไม่พบมาตรการในเอกสารนี้",
                english: "no measures were found in this document")
        ]
    }
}

/// Dates that cannot be as they are written.
enum DateRule {
    static func findings(_ report: Report) -> [Finding] {
        report.doubts.map { doubt in
            let written = report.string(doubt.text)
            let (rule, thai, english) =
                switch doubt.kind {
                case .impossible:
                    ("impossible-date", "ไม่มีวันที่ \"\(written)\" ในปฏิทิน", "\"\(written)\" is no day of the calendar")
                case .clamped:
                    (
                        "impossible-date", "ไม่มีวันที่ใน \"\(written)\" จึงใช้วันสุดท้ายของเดือน",
                        "\"\(written)\" ends on no day of the calendar; the last day of the month was taken"
                    )
                case .weekday:
                    ("weekday-mismatch", "วันในสัปดาห์ไม่ตรงกับวันที่ \"\(written)\"", "the weekday of \"\(written)\" is wrong")
                case .reversed:
                    ("date-order", "วันสิ้นสุดมาก่อนวันเริ่มต้นใน \"\(written)\"", "\"\(written)\" ends before it begins")
                }
            return Finding(
                rule: rule, severity: .warning, thai: thai, english: english, measure: doubt.measure,
                field: doubt.field.rawValue, span: report.span(of: doubt.text))
        }
    }
}

/// Digits of a scan that may be others.
enum ConfidenceRule {
    static func findings(_ report: Report) -> [Finding] {
        guard let pages = report.pages else { return [] }
        var owners: [UInt32: Int] = [:]
        for (index, measure) in report.measures.enumerated() {
            for entry in pages.entries(in: report.sourceRange(of: measure.span)) where entry.isDoubtful {
                owners[entry.span.start] = owners[entry.span.start] ?? index
            }
        }
        return pages.entries.filter(\.isDoubtful).map { entry in
            let written = String(decoding: report.sourceText[entry.span.range], as: UTF8.self)
            return Finding(
                rule: "low-confidence", severity: .warning, thai: "อ่านตัวเลขใน \"\(written)\" ได้ไม่แน่ชัด",
                english: "the digits of \"\(written)\" could not be read with certainty",
                measure: owners[entry.span.start], span: report.span(ofSource: entry.span.range))
        }
    }
}
