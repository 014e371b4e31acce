import ReportParser
import Testing
import ThaiText

/// Layouts told by what stands in them, where their headings leave it open.
@Suite("Layouts by the evidence of their contents")
struct LayoutEvidenceTests {
    private static let head = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"

    private func titles(_ report: Report) -> [String?] { report.measures.map { $0.title.map(report.string) } }

    @Test(
        "the first column is the subject, whatever its heading",
        arguments: ["แนวทาง", "แผนงาน", "สิ่งที่อยากเห็น", "ข้อเสนอ"])
    func subject(heading: String) throws {
        let report = try parse(
            Self.head + "ที่\t\(heading)\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินงาน\n"
                + "๑\tปรับปรุงคู่มือ\tกองคลัง\tต.ค. ๒๕๖๕\tแจกแล้ว ๒ ชุด\n๒\tอบรมพนักงาน\tกองช่าง\tม.ค. ๒๕๖๖\tอบรม ๔ คน\n")
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรมพนักงาน"])
        expectCovered(report, heading)
    }

    @Test("values of four columns below the lines of a title are a table, and so is what stands below another one")
    func values() throws {
        let report = try parse(
            "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nเทศบาลตำบลนกเงือก\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"
                + "ที่,มาตรการ,ผู้รับผิดชอบ,ระยะเวลา\n1,ปรับปรุงคู่มือ,\"กองคลัง\nกองช่าง\",ต.ค. 2565\n2,อบรม,กองช่าง,ม.ค. 2566\n"
                + "หมายเหตุ จากแผนปฏิบัติการ\n")
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรม"])
        #expect(report.agency.map { report.string($0.name) } == "เทศบาลตำบลนกเงือก")
        expectCovered(report, "values")
    }

    @Test("an upright table goes on with further records where its first label stands again")
    func upright() throws {
        let part = { (first: Int) in
            "|ที่|\(first)|\(first + 1)|\n|---|---|---|\n|มาตรการส่งเสริมความโปร่งใสในหน่วยงาน|งาน\(first)|งาน\(first + 1)|\n"
                + "|ผู้รับผิดชอบ|กองคลัง|กองช่าง|\n|ระยะเวลา|ต.ค. ๒๕๖๕|ม.ค. ๒๕๖๖|\n\n"
        }
        let report = try parse(Self.head + part(1) + part(3))
        #expect(titles(report) == ["งาน1", "งาน2", "งาน3", "งาน4"])
        #expect(report.measures.map(\.number) == ["1", "2", "3", "4"])
        expectCovered(report, "an upright table in parts")
    }

    @Test("rows of cells on lines of their own begin where their columns begin anew")
    func cellLines() throws {
        let report = try parse(
            Self.head + """
                มาตรการ
                ขั้นตอน
                ผู้รับผิดชอบ
                ระยะเวลา
                สถานะ
                ปรับปรุงคู่มือ
                (๑) ร่างคู่มือฉบับใหม่
                (๒) แจกให้ทุกกอง
                กองคลัง
                ต.ค. ๒๕๖๕
                แล้วเสร็จ
                อบรมพนักงานทุกคน
                -
                กองช่าง
                ม.ค. ๒๕๖๖
                อยู่ระหว่างดำเนินการ

                """)
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรมพนักงานทุกคน"])
        #expect(report.measures.map { $0.status?.state } == [.completed, .inProgress])
        expectCovered(report, "cells on lines")
    }

    @Test("what one table plans and another tells of is one measure; two that tell the same are two")
    func parts() throws {
        let plan = "ที่\tมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑\tปรับปรุงคู่มือ\tกองคลัง\tต.ค. ๒๕๖๕\n๒\tอบรม\tกองช่าง\tม.ค. ๒๕๖๖\n\n"
        let done = "ที่\tมาตรการ\tสถานะ\tผลการดำเนินงาน\n๑\tปรับปรุงคู่มือ\tแล้วเสร็จ\tแจก ๒ ชุด\n๒\tอบรม\tยกเลิก\tไม่มีผู้สมัคร\n"
        let report = try parse(Self.head + "ส่วนที่ ๑ แผน\n" + plan + "ส่วนที่ ๒ ผล\n" + done)
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรม"])
        #expect(report.measures.map { $0.status?.state } == [.completed, .cancelled])
        #expect(report.measures.allSatisfy { !$0.responsible.isEmpty && $0.timeframe != nil })
        expectCovered(report, "a plan and its results")
        #expect(try parse(Self.head + "ส่วนที่ ๑ แผน\n" + plan + "ส่วนที่ ๒ แผน\n" + plan).measures.count == 4)
    }

    @Test("a time behind the unit in its cell is the time of the measure")
    func timeBehindUnit() throws {
        let report = try parse(
            Self.head + "ที่\tมาตรการ\tผู้รับผิดชอบ / กำหนดเสร็จ\tสถานะ\n๑\tปรับปรุงคู่มือ\tกองคลัง / ๓๑ ม.ค. ๒๕๖๖\tแล้วเสร็จ\n"
                + "๒\tอบรม\tกองช่าง / ๒๘ ก.พ. ๒๕๖๖\tแล้วเสร็จ\n")
        #expect(report.measures.map { $0.timeframe?.end?.month } == [1, 2])
        #expect(report.measures.allSatisfy { $0.responsible.count == 1 })
        expectCovered(report, "a time behind a unit")
    }
}
