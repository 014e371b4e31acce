import ReportParser
import Testing
import ThaiText

/// What columns mean beside one another, and over what their cells hold.
@Suite("Columns by their headings and their cells")
struct TableMeaningTests {
    private static let head = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"

    @Test(
        "the words around any verb tell the state",
        arguments: [
            ("นำเข้าแล้ว", StatusState.completed), ("จัดส่งเรียบร้อย", .completed), ("ส่งมอบครบถ้วน", .completed),
            ("กำลังตรวจรับ", .inProgress), ("อยู่ระหว่างสรรหา", .inProgress), ("ส่งมอบบางส่วน", .inProgress),
            ("ยังส่งไม่ครบ", .inProgress), ("ยังไม่เผยแพร่", .notStarted), ("ยัง", .notStarted),
        ])
    func states(words: String, state: StatusState) throws {
        let report = try parse(
            Self.head + "ที่\tมาตรการ\tผู้รับผิดชอบ\tสถานะ\n๑\tจัดทำคู่มือ\tกองคลัง\t\(words)\n๒\tอบรม\tกองช่าง\tแล้วเสร็จ\n")
        #expect(report.measures.first?.status?.state == state)
        expectCovered(report, words)
    }

    @Test(
        "money stands in the unit of its heading",
        arguments: [("ล้านบาท", "0.35", "350000"), ("พันบาท", "๑๒.๕", "12500"), ("บาท", "1,200", "1200")])
    func money(unit: String, figure: String, baht: String) throws {
        let report = try parse(
            Self.head + "ที่\tมาตรการ\tผู้รับผิดชอบ\tวงเงิน (\(unit))\tสถานะ\n๑\tจัดทำคู่มือ\tกองคลัง\t\(figure)\tแล้วเสร็จ\n"
                + "๒\tอบรม\tกองช่าง\t๐\tแล้วเสร็จ\n")
        #expect(report.budgets.first?.approved?.description == baht)
    }

    @Test("a 1 ticks a state, counts of states are no measures", arguments: ["", "0"])
    func figuresForTicks(none: String) throws {
        let report = try parse(
            Self.head + """
                ที่\tมาตรการ\tผู้รับผิดชอบ\tแล้วเสร็จ\tอยู่ระหว่างดำเนินการ\tยังไม่ดำเนินการ
                ๑\tจัดทำคู่มือ\tกองคลัง\t\(none)\t1\t\(none)
                ๒\tอบรม\tกองช่าง\t1\t\(none)\t\(none)
                ๓\tประชุม\tกองช่าง\t\(none)\t\(none)\t1

                รายการ\tแล้วเสร็จ\tอยู่ระหว่างดำเนินการ\tยังไม่ดำเนินการ
                จำนวนมาตรการ\t1\t1\t1
                ร้อยละ\t33\t33\t33

                """)
        #expect(report.measures.map { $0.status?.state } == [.inProgress, .completed, .notStarted])
        expectCovered(report, "ticks of figures")
    }

    @Test("a row of groups alone stands above the headings; beginnings and ends make one time")
    func groupsAbove() throws {
        let report = try parse(
            Self.head + """
                \t\t\tระยะเวลา\t\t\tผลการปรับปรุง\t
                รหัส\tประเด็น\tผู้ดำเนินการ\tเริ่ม\tสิ้นสุด\tกิจกรรมสำคัญ\tระดับความสำเร็จ\tผลสำเร็จที่เกิดขึ้น
                I3\tการมาทำงานสาย\tกองคลัง\tพ.ย. 2565\tมี.ค. 2566\tกำหนดข้อตกลง\tร้อยละ 100\tมาสายลดลง
                I8\tการใช้งบประมาณ\tกองช่าง\tต.ค. 2565\tก.ย. 2566\tวิเคราะห์ต้นทุน\tร้อยละ 80\tปรับแผนแล้ว

                """)
        #expect(report.measures.map { $0.code?.description } == ["i3", "i8"])
        #expect(report.measures.map { $0.timeframe?.start?.description } == ["2022-11-01", "2022-10-01"])
        #expect(report.measures.map { $0.timeframe?.end?.description } == ["2023-03-31", "2023-09-30"])
        #expect(report.measures.map { $0.status?.state } == [.completed, .inProgress])
        expectCovered(report, "groups above headings")
    }

    @Test("the column whose cells reach across numbered rows names their group")
    func groupOfRows() throws {
        let report = try parse(
            Self.head + """
                <table><tr><th>ประเด็น</th><th>ที่</th><th>มาตรการที่กำหนด</th><th>ผู้ขับเคลื่อน</th><th>ช่วงเวลา</th></tr>
                <tr><td rowspan="2">การใช้งบประมาณ</td><td>1</td><td>จัดทำคู่มือ</td><td>กองคลัง</td><td>ต.ค. 2565</td></tr>
                <tr><td>2</td><td>อบรม</td><td>กองช่าง</td><td>พ.ย. 2565</td></tr>
                <tr><td>การใช้อำนาจ</td><td>3</td><td>ประชุม</td><td>กองช่าง</td><td>ธ.ค. 2565</td></tr></table>

                """)
        #expect(report.measures.map { $0.title.map(report.string) } == ["จัดทำคู่มือ", "อบรม", "ประชุม"])
        #expect(report.measures.map(\.number) == ["1", "2", "3"])
        expectCovered(report, "a group of rows")
    }

    @Test("activities with times of their own below an indicator are the subjects")
    func activitiesOfIndicator() throws {
        let report = try parse(
            Self.head + """
                <table><tr><th>ตัวชี้วัด</th><th>กิจกรรมที่ดำเนินการ</th><th>ผู้รับผิดชอบ</th><th>ระยะเวลา</th><th>สถานะ</th></tr>
                <tr><td rowspan="2">การใช้งบประมาณ</td><td>1.1 จัดทำคู่มือ</td><td>กองคลัง</td><td>ต.ค. 2565</td><td>เสร็จสิ้น</td></tr>
                <tr><td>1.2 อบรม</td><td>กองช่าง</td><td>พ.ย. 2565</td><td>เสร็จสิ้น</td></tr>
                <tr><td>การใช้อำนาจ</td><td>2.1 ประชุม</td><td>กองช่าง</td><td>ธ.ค. 2565</td><td>เสร็จสิ้น</td></tr></table>

                """)
        #expect(report.measures.map { $0.title.map(report.string) } == ["จัดทำคู่มือ", "อบรม", "ประชุม"])
        #expect(report.measures.map(\.number) == ["1.1", "1.2", "2.1"])
        expectCovered(report, "activities")
    }

    @Test("cells between gaps, with numbers that are no pages")
    func cellsBetweenGaps() throws {
        let rows = (1...4).map { number in
            ["\(number)", "จัดทำคู่มือเล่ม \(number)", "(๑) ร่าง\n(๒) พิมพ์", "กองคลัง", "มีนาคม ๒๕๖๖", "แล้วเสร็จ"]
        }
        let header = ["ลำดับ", "มาตรการ", "วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ", "ความคืบหน้า"]
        let cells = ([header] + rows).flatMap(\.self)
        let report = try parse(Self.head + cells.joined(separator: "\n\n") + "\n")
        #expect(report.measures.map(\.number) == ["1", "2", "3", "4"])
        #expect(report.measures.allSatisfy { $0.status?.state == .completed && $0.steps.count == 2 })
        expectCovered(report, "cells between gaps")
    }

    @Test("rows below the heading of a further part have the header above it; one state is no heading")
    func furtherPart() throws {
        let report = try parse(
            Self.head + """
                มาตรการ\tผู้รับผิดชอบหลัก\tขั้นตอน\tกำหนดเสร็จ\tผลการดำเนินการ
                ๑. ระบบพัสดุ
                ๑.๑ มาตรการตรวจรับ\tงานพัสดุ\tตั้งกรรมการ\tภายในวันที่ ๑๕ มีนาคม ๒๕๖๖\tดำเนินการแล้วเสร็จ
                ๑.๒ มาตรการเบิกจ่าย\tงานพัสดุ\tกำหนดรอบ\tภายในเดือนมกราคม ๒๕๖๖\tดำเนินการแล้วเสร็จ

                ๒. ระบบบริการ
                ๒.๑ มาตรการประกาศอัตรา\tงานการเงิน\tติดป้าย\tภายในวันที่ ๒๘ กุมภาพันธ์ ๒๕๖๖\tดำเนินการแล้วเสร็จ

                """)
        #expect(report.measures.map(\.number) == ["1.1", "1.2", "2.1"])
        #expect(report.measures.map { $0.status?.state } == [.completed, .completed, .completed])
        let sections: [String?] = report.measures.map { measure in
            report.sections[measure.section].last.map { report.string($0) }
        }
        #expect(sections == ["๑. ระบบพัสดุ", "๑. ระบบพัสดุ", "๒. ระบบบริการ"])
        expectCovered(report, "a further part")
    }

    @Test("states of several steps make one state")
    func stepStates() throws {
        let table = """
            <table><tr><th>ที่</th><th>มาตรการ</th><th>ขั้นตอน</th><th>ระยะเวลา</th><th>สถานะ</th></tr>
            <tr><td rowspan="2">๑</td><td rowspan="2">จัดทำคู่มือ</td><td>ร่าง</td><td>ต.ค. ๒๕๖๕</td><td>แล้วเสร็จ</td></tr>
            <tr><td>พิมพ์</td><td>พ.ย. ๒๕๖๕</td><td>ยังไม่ได้ดำเนินการ</td></tr>
            <tr><td>๒</td><td>อบรม</td><td>จัดอบรม</td><td>ธ.ค. ๒๕๖๕</td><td>แล้วเสร็จ</td></tr></table>

            """
        let report = try parse(Self.head + table)
        #expect(report.measures.map { $0.status?.state } == [.inProgress, .completed])
        #expect(report.measures.first?.steps.count == 2)
        expectCovered(report, "states of steps")
    }

    @Test("rows below the sums that bear no number are notes")
    func notes() throws {
        let report = try parse(
            Self.head + """
                ที่\tมาตรการ\tผู้รับผิดชอบ\tงบประมาณ (บาท)\tสถานะ
                ๑\tจัดทำคู่มือ\tกองคลัง\t๑๐๐\tแล้วเสร็จ
                ๒\tอบรม\tกองช่าง\t๒๐๐\tแล้วเสร็จ
                \tรวม\t\t๓๐๐\t
                หมายเหตุ\tใช้เงินสะสม\t\t\t
                \tรายการที่ ๒ โอนจากกองคลัง\t\t\t

                """)
        #expect(report.measures.count == 2)
        expectCovered(report, "notes")
    }

    @Test("values of a file may stand below lines of text")
    func valuesBelowText() throws {
        let rows = (1...4).map { "\($0),จัดทำคู่มือเรื่องที่ \($0),กองคลัง,100%,คู่มือ" }.joined(separator: "\n")
        let report = try parse(
            "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nเทศบาลตำบลดงเจ้าใน\nลำดับ,มาตรการ,ผู้รับผิดชอบ,ร้อยละ,หลักฐาน\n" + rows
                + "\n")
        #expect(report.measures.count == 4)
        #expect((report.agency?.name).map(report.string) == "เทศบาลตำบลดงเจ้าใน")
        expectCovered(report, "values below text")
    }

    @Test(
        "a word that ends names in running text may be part of one",
        arguments: [
            ("กรมที่ดิน", "กรมที่ดิน"), ("โรงเรียนเห็นแสงธรรม อำเภอปัว", "โรงเรียนเห็นแสงธรรม"),
            ("โรงเรียนบ้านขอนแก่นใน", "โรงเรียนบ้านขอนแก่นใน"), ("กรมที่ดินจึงได้จัดทำมาตรการ และขอรายงาน", "กรมที่ดิน"),
            ("ด้วยโรงเรียนบ้านเขาขอรายงานผลการดำเนินการ ดังนี้", "โรงเรียนบ้านเขา"),
        ])
    func agencyEnd(line: String, name: String) throws {
        let report = try parse("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\n\n\(line)\n\nปีงบประมาณ พ.ศ. ๒๕๖๖\n")
        #expect((report.agency?.name).map(report.string) == name)
    }

    @Test(
        "what follows และ may be a further task of a body, or another body",
        arguments: [
            ("กรมพัฒนาชายฝั่งและแหล่งน้ำ", "กรมพัฒนาชายฝั่งและแหล่งน้ำ"),
            ("กรมพัฒนาแหล่งน้ำและหน่วยงานในสังกัด", "กรมพัฒนาแหล่งน้ำ"),
            ("เทศบาลตำบลดงเจ้าและกองคลัง", "เทศบาลตำบลดงเจ้า"), ("ของโรงเรียนวัดใหม่และหน่วยงาน", "โรงเรียนวัดใหม่"),
        ])
    func agency(line: String, name: String) throws {
        let report = try parse("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\n\(line)\nปีงบประมาณ พ.ศ. ๒๕๖๖\n")
        #expect((report.agency?.name).map(report.string) == name)
    }
}
