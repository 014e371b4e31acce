import ReportParser
import Testing

/// A small report without a slip, of which a test of the audit changes what it is about.
struct AuditFixture {
    static let cover = """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        เทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำปาง
        ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๕ - ๓๑ มีนาคม ๒๕๖๖)

        """
    static let columns =
        "ที่\tมาตรการ\tขั้นตอนการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tสถานะ\tผลการดำเนินการ\n"

    /// A row of the table; what is not named is as it should be.
    static func row(
        _ number: String, title: String? = nil, steps: String = "จัดทำคู่มือและแจ้งเวียน", unit: String = "กองคลัง",
        time: String = "ธันวาคม ๒๕๖๕", status: String = "ดำเนินการแล้วเสร็จ", result: String? = nil
    ) -> String {
        let title = title ?? "มาตรการใช้ทรัพย์สินของราชการข้อ \(number)"
        return
            "\(number)\t\(title)\t\(steps)\t\(unit)\t\(time)\t\(status)\t\(result ?? "ประชุมชี้แจงบุคลากรแล้ว \(number) ครั้ง")\n"
    }

    static let clean = (1...6).map { row("\($0)") }

    /// The clean rows with the third one replaced.
    static func third(_ row: String) -> [String] { clean[..<2] + [row] + clean[3...] }

    static func report(
        _ rows: [String] = clean, cover: String = cover, columns: String = columns, after: String = ""
    ) -> String {
        cover + columns + rows.joined() + after
    }

    static func findings(_ text: String) throws -> [Finding] {
        let bytes = Array(text.utf8)
        let source = ReportSource(name: "a.txt", sha256: String(repeating: "0", count: 64), bytes: bytes.count)
        return try ReportParser.parse(bytes, source: source).findings
    }

    /// The findings of one rule.
    static func findings(_ text: String, of rule: String) throws -> [Finding] {
        try findings(text).filter { $0.rule == rule }
    }

    /// Holds a text against what a rule owes to a slip: one finding, with its place and its words.
    static func expectOneFinding(of rule: String, in text: String) throws {
        let found = try findings(text, of: rule)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.span?.isEmpty == false && !$0.thai.isEmpty && !$0.english.isEmpty })
    }
}
