import ReportParser
import Testing
import ThaiText

/// Labels of prose without a colon: within lines, on dotted lines, and those that only their place tells.
@Suite("Labels by their place")
struct LabelTests {
    private static let head = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"

    private func measures(_ records: [String]) throws -> Report {
        let report = try parse(Self.head + records.joined(separator: "\n\n") + "\n")
        expectCovered(report, "labels")
        return report
    }

    private func units(of measure: Measure, in report: Report) -> [String] {
        report.texts[Int(measure.responsible.first)..<Int(measure.responsible.first + measure.responsible.count)]
            .map(report.string)
    }

    @Test("a label within a line parts two fields where what follows is of its kind")
    func withinLines() throws {
        let report = try measures([
            "มาตรการที่ ๑ จัดทำคู่มือ (กองคลัง)\nระยะเวลา ตุลาคม ๒๕๖๕ ผลการดำเนินการ แจกแล้ว ๔ เล่ม",
            "มาตรการที่ ๒ อบรมพนักงาน (กองช่าง)\nระยะเวลา มกราคม ๒๕๖๖ ผลการดำเนินการ อบรมแล้ว ๒ ครั้ง",
            "มาตรการที่ ๓ ติดป้าย (กองช่าง)\nระยะเวลา มีนาคม ๒๕๖๖ ผลการดำเนินการ ติดแล้ว ๓ ป้าย",
        ])
        #expect(report.measures.map { $0.title.map(report.string) } == ["จัดทำคู่มือ", "อบรมพนักงาน", "ติดป้าย"])
        #expect(report.measures.map { units(of: $0, in: report) } == [["กองคลัง"], ["กองช่าง"], ["กองช่าง"]])
        #expect(report.measures.first?.result.map(report.string) == "แจกแล้ว ๔ เล่ม")
        #expect(report.measures.first?.timeframe?.text.pieces.isEmpty == false)
    }

    @Test(
        "words of a value that are labels elsewhere part nothing",
        arguments: [
            "เวลารอลดจาก ๓๐ นาที เหลือ ๒๐ นาที", "รายงานแล้ว ๖ เดือน (ต.ค. ๖๕ - มี.ค. ๖๖)", "เผยแพร่ ภายในวันที่ ๕ ของทุกเดือน",
        ])
    func wordsOfValues(result: String) throws {
        let report = try measures([
            "มาตรการที่ ๑ จัดทำคู่มือ\nผู้รับผิดชอบ กองคลัง\nสถานะ แล้วเสร็จ\nผลการดำเนินการ \(result)",
            "มาตรการที่ ๒ อบรม\nผู้รับผิดชอบ กองช่าง\nสถานะ แล้วเสร็จ\nผลการดำเนินการ อบรมแล้ว",
        ])
        #expect(report.measures.first?.result.map(report.string) == result)
    }

    @Test("dots around a value are none of it, and dots alone are none")
    func dottedLines() throws {
        let report = try measures([
            "มาตรการที่ ๑ จัดทำคู่มือ\nผู้รับผิดชอบ............กองคลัง............\nผลการดำเนินการ............จัดทำแล้ว............",
            "มาตรการที่ ๒ อบรม\nผู้รับผิดชอบ..............................\nผลการดำเนินการ............อบรมแล้ว............",
        ])
        #expect(report.measures.map { units(of: $0, in: report) } == [["กองคลัง"], []])
        #expect(report.measures.map { $0.result.map(report.string) } == ["จัดทำแล้ว", "อบรมแล้ว"])
    }

    @Test("labels that nobody knows mean what their values are")
    func unknownLabels() throws {
        let report = try measures([
            "มาตรการที่ ๑ จัดทำคู่มือ\nฝากไว้กับ   กองคลัง\nลงมือช่วง   ตุลาคม ๒๕๖๕\nเป็นอย่างไร   ดำเนินการแล้วเสร็จ",
            "มาตรการที่ ๒ อบรมพนักงาน\nฝากไว้กับ   กองช่าง\nลงมือช่วง   มกราคม ๒๕๖๖\nเป็นอย่างไร   ยังไม่ดำเนินการ",
        ])
        #expect(report.measures.map { units(of: $0, in: report) } == [["กองคลัง"], ["กองช่าง"]])
        #expect(report.measures.map { $0.status?.state } == [.completed, .notStarted])
        #expect(report.measures.allSatisfy { $0.timeframe != nil })
    }

    @Test("brackets around fields are none of them")
    func brackets() throws {
        let report = try measures([
            "๑.๑ จัดทำคู่มือ\n[ผู้รับผิดชอบ กองคลัง] [กำหนดแล้วเสร็จ ๓๐ พฤศจิกายน ๒๕๖๕] [สถานะ ดำเนินการแล้วเสร็จ]",
            "๑.๒ อบรมพนักงาน\n[ผู้รับผิดชอบ กองช่าง, กองคลัง] [กำหนดแล้วเสร็จ ๓๑ มกราคม ๒๕๖๖] [สถานะ ยังไม่ดำเนินการ]",
        ])
        #expect(report.measures.map { units(of: $0, in: report) } == [["กองคลัง"], ["กองช่าง", "กองคลัง"]])
        #expect(report.measures.map { $0.timeframe?.end?.description } == ["2022-11-30", "2023-01-31"])
        #expect(report.measures.map { $0.status?.state } == [.completed, .notStarted])
    }

    @Test("one blank parts a label from its value where record after record has it")
    func oneBlank() throws {
        let report = try measures(
            (1...3).map {
                "มาตรการที่ \($0) จัดทำคู่มือเล่ม \($0)\nวิธีการ จัดประชุม\nส่วนงานรับผิดชอบ กองคลัง\nช่วงเวลาดำเนินงาน ตุลาคม ๒๕๖๕"
            })
        #expect(report.measures.count == 3)
        #expect(report.measures.allSatisfy { units(of: $0, in: report) == ["กองคลัง"] })
        #expect(report.measures.allSatisfy { $0.timeframe?.start?.description == "2022-10-01" })
    }

    @Test("numbered chapters and descriptions of pictures are no fields")
    func chapters() throws {
        let picture = "The image shows officers in khaki uniforms behind a service counter inside the building."
        let report = try parse(
            Self.head + "๑. ความเป็นมา\nที่ประชุมกำหนด ๒ มาตรการ\n\n๒. ผลการดำเนินการ\n\n"
                + "๒.๑ จัดทำคู่มือ\nผู้รับผิดชอบ: กองคลัง\nผลลัพธ์: ผู้รับบริการพอใจ\n\n\(picture)\n\n"
                + "๒.๒ อบรมพนักงาน\nผู้รับผิดชอบ: กองช่าง\nผลลัพธ์: ไม่มีข้อร้องเรียน\n")
        expectCovered(report, "chapters")
        #expect(report.measures.map { $0.title.map(report.string) } == ["จัดทำคู่มือ", "อบรมพนักงาน"])
        #expect(report.measures.first?.outcome.map(report.string) == "ผู้รับบริการพอใจ")
        #expect(report.blocks.contains { $0.kind == .picture })
    }

    @Test("an arrow parts a label from its value; boxes below a label are no header of cells")
    func arrows() throws {
        let records = (1...3).map { number in
            """
            * **มาตรการ \(number)** จัดทำคู่มือเล่ม \(number)
                * งานที่รับผิดชอบ → งานพัสดุ
                * ดำเนินการช่วง → ตุลาคม 2565
                * สถานะการดำเนินงาน
                    * [ ] ดำเนินการแล้ว
                    * [x] อยู่ระหว่างดำเนินการ
                    * [ ] ยังไม่ได้ดำเนินการ
            """
        }
        let report = try parse(Self.head + records.joined(separator: "\n") + "\n")
        expectCovered(report, "arrows")
        #expect(report.measures.map(\.number) == ["1", "2", "3"])
        #expect(report.measures.allSatisfy { units(of: $0, in: report) == ["งานพัสดุ"] })
        #expect(report.measures.allSatisfy { $0.status?.state == .inProgress && $0.timeframe != nil })
    }

    @Test("cards of facts without labels", arguments: ["- [x] ", "[/] "])
    func bareCards(box: String) throws {
        let cards = (1...3).map { number in
            """
            (\(number)) จัดทำคู่มือเล่ม \(number)
            สำนักปลัด / กองคลัง | ๑ ต.ค. ๖๕ - ๓๑ ม.ค. ๖๖ | ๖,๐๐๐ บาท
            \(box)ดำเนินการแล้วเสร็จ
            แจกแล้ว ๒๐ เล่ม
            """
        }
        let report = try measures(cards)
        #expect(report.measures.map(\.number) == ["1", "2", "3"])
        #expect(report.measures.allSatisfy { units(of: $0, in: report) == ["สำนักปลัด", "กองคลัง"] })
        #expect(report.measures.allSatisfy { $0.timeframe?.end?.description == "2023-01-31" })
        #expect(report.measures.allSatisfy { $0.status?.state == .completed })
        #expect(report.measures.allSatisfy { $0.result.map(report.string) == "แจกแล้ว ๒๐ เล่ม" })
        #expect(report.budgets.map(\.approved?.description) == ["6000", "6000", "6000"])
    }

    @Test("a line of very many labels is read to its end")
    func longLine() throws {
        let fields = String(repeating: "ผู้รับผิดชอบ: กองคลัง สถานะ แล้วเสร็จ ", count: 400)
        let report = try parse(Self.head + "มาตรการที่ ๑ จัดทำคู่มือ\n" + fields + "\nระยะเวลา: ต.ค. ๒๕๖๕\n")
        expectCovered(report, "a line of labels")
    }
}
