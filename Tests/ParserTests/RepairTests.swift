import ReportParser
import Testing
import ThaiText

/// Damaged characters in reports: the records hold the mended text, and say what it was and where.
@Suite("Repairs in records")
struct RepairTests {
    private static let head = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"

    @Test("values are mended, and each repair names its field, what stood there and where")
    func values() throws {
        let text =
            Self.head + "ที่\tมาตรการ\tผู้รับผิดชอบ\tผลการด\u{E4D}าเนินงาน\n๑\tปรับปรุงข้อ มูล\tส านักปลัด\tด\u{E4D}าเนินการเเล้ว\n"
        let report = try parse(text)
        let measure = try #require(report.measures.first)
        #expect(measure.title.map(report.string) == "ปรับปรุงข้อมูล")
        #expect(report.texts[measure.responsible.range].map(report.string) == ["สำนักปลัด"])
        #expect(measure.status.map { report.string($0.text) } == "ดำเนินการแล้ว")
        let repairs = report.repairs[measure.repairs.range]
        #expect(repairs.map(\.field) == [.title, .responsible, .status, .status])
        #expect(repairs.map(\.kind) == ["layout-space", "lost-nikhahit", "sara-am", "doubled-vowel"])
        #expect(repairs.map(\.to) == ["ข้อมูล", "สำ", "ดำ", "แ"])
        for repair in repairs where repair.kind != "layout-space" {
            #expect(String(decoding: Array(text.utf8)[repair.source], as: UTF8.self) == repair.from)
        }
        expectCovered(report, "repairs")
    }

    @Test("a sound report has no repairs, and its text is the source's")
    func sound() throws {
        let report = try parse(Self.head + "ที่\tมาตรการ\tสถานะ\n๑\tจัดทำคู่มือ\tแล้วเสร็จ\n")
        #expect(report.repairs.isEmpty)
        #expect(report.repair == nil)
        #expect(report.sourceText == report.text)
    }

    @Test("columns that are aligned by spaces stay aligned where spaces are taken out before them")
    func columns() throws {
        let report = try parse(
            Self.head + """
                ที่   มาตรการ                      ผู้รับผิดชอบ      สถานะ
                ๑   จ านวนค าขอที่อ านาจก าหนด      ส านักปลัด       แล้วเสร็จ
                ๒   จัดทำคู่มือ                    กองคลัง         ด าเนินการแล้วเสร็จ
                ๓   ต ารวจชุมชนสัมพันธ์ร่วมบ าบัด     กองช่าง         แล้วเสร็จ
                """)
        #expect(
            report.measures.map { $0.title.map(report.string) } == [
                "จำนวนคำขอที่อำนาจกำหนด", "จัดทำคู่มือ", "ตำรวจชุมชนสัมพันธ์ร่วมบำบัด",
            ])
        #expect(
            report.measures.map { report.texts[$0.responsible.range].map(report.string) } == [
                ["สำนักปลัด"], ["กองคลัง"], ["กองช่าง"],
            ])
        #expect(report.measures.map { $0.status?.state } == [.completed, .completed, .completed])
        expectCovered(report, "columns")
    }

    /// Damage at the edges of values and in places of its own.
    static let damaged = [
        "\u{AD}", " \u{AD} ", "ก\u{AD}", "\u{AD}ก", "\u{200E}ก\u{200F}\tข\u{AD}\t\u{AD}ค", "ก\u{A0}\u{AD}ข",
        "\u{2028}\u{AD}",
        "｜ก｜ข｜\n｜๑｜๒｜", "ＯＩＴ\tＯ１１", "¡Í§¤ÅÑ§\t¡Í§ªèÒ§", "à¸\u{81}à¸\u{AD}à¸\u{87}", "ผล้้ :\u{E49} ก", "หน่วย ํา : ข",
        "เ\u{200B}เ",
        "ก \u{E4D}า\tน\u{200B}\u{E49}\u{E35}", "e\u{301}\t\u{301}e", "ม\u{E45}ตรการ\tฤ\u{E45}",
        "\u{F701}\u{F70A}ก\u{F701}\tข", "ก\u{F70F}\u{F711}า",
        "มาตรการ\tสถานะ\n\u{AD}ก\u{AD}\t\u{200E}แล้วเสร็จ\u{AD}",
    ]

    @Test("no character is lost, doubled or cut, whatever was damaged", arguments: damaged)
    func covered(_ text: String) throws { expectCovered(try parse(text), literal(Array(text.utf8))) }
}
