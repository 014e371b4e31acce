import ReportParser
import Testing
import ThaiText

/// Forms, frames, exports and tables that are told apart by how their parts go together.
@Suite("Layouts by how their parts go together")
struct FormLayoutTests {
    private static let head = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"

    private func titles(_ report: Report) -> [String?] { report.measures.map { $0.title.map(report.string) } }

    private func states(_ report: Report) -> [StatusState?] { report.measures.map { $0.status?.state } }

    private func sections(_ report: Report) -> [[String]] {
        report.measures.map { measure in report.sections[measure.section].map { report.string($0) } }
    }

    private func strings(_ report: Report, _ field: KeyPath<Measure, FieldText?>) -> [String?] {
        report.measures.map { measure in measure[keyPath: field].map { report.string($0) } }
    }

    private func units(_ report: Report) -> [[String]] {
        report.measures.map { report.texts[$0.responsible.range].map(report.string) }
    }

    @Test("gaps between headings part the cells, which may have several lines, and not the rows")
    func cellsAsBlocks() throws {
        let row = { (number: String, title: String) in
            "\(number)\n\n\(title)\n\n๑. ร่างคู่มือ\n๒. แจกคู่มือ\n\nกองคลัง\n\nต.ค. ๒๕๖๕\n\nแจกแล้ว\n๒ ชุด\n\n"
        }
        let report = try parse(
            Self.head + "ลำดับ\nที่\n\nมาตรการ\n\nขั้นตอนการดำเนินงาน\n\nผู้รับผิดชอบ\n\nระยะเวลา\n\nผลการดำเนินงาน\n\n"
                + "การใช้อำนาจ (IIT)\n\n" + row("๑", "ปรับปรุงคู่มือ\nของกองคลัง") + row("๒", "อบรมพนักงาน\nทุกกอง"))
        #expect(titles(report) == ["ปรับปรุงคู่มือของกองคลัง", "อบรมพนักงานทุกกอง"])
        #expect(report.measures.map(\.steps.count) == [2, 2])
        #expect(sections(report) == [["การใช้อำนาจ (IIT)"], ["การใช้อำนาจ (IIT)"]])
        expectCovered(report, "cells as blocks")
    }

    @Test(
        "a frame of one cell holds text, whatever signs draw it",
        arguments: [("┌", "─", "┐", "│", "├", "┤", "└", "┘"), ("+", "-", "+", "|", "+", "+", "+", "+")])
    func frame(
        _ signs: (String, String, String, String, String, String, String, String)
    ) throws {
        let (a, line, b, bar, c, d, e, f) = signs
        let rule = { (left: String, right: String) in left + String(repeating: line, count: 40) + right + "\n" }
        let card = { (number: String, title: String) in
            rule(a, b) + "\(bar) บัตรที่ \(number)   \(title)   \(bar)\n" + rule(c, d)
                + "\(bar) ผู้รับผิดชอบ   กองคลัง   \(bar)\n\(bar) ระยะเวลา   ต.ค. ๒๕๖๕   \(bar)\n"
                + "\(bar) ผลการดำเนินงาน   แจกแล้ว \(number) ชุด   \(bar)\n" + rule(e, f) + "\n"
        }
        let report = try parse(Self.head + card("๑", "ปรับปรุงคู่มือ") + card("๒", "อบรมพนักงาน"))
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรมพนักงาน"])
        #expect(report.measures.map(\.number) == ["1", "2"])
        #expect(units(report) == [["กองคลัง"], ["กองคลัง"]])
        expectCovered(report, "a frame of \(line)")
    }

    @Test("a grid drawn with the signs of Unicode is a table")
    func grid() throws {
        let report = try parse(
            Self.head + """
                ┌────┬────────────┬────────┬───────────┐
                │ ที่ │ มาตรการ    │ ผู้รับผิดชอบ │ ผลการดำเนินงาน │
                ├────┼────────────┼────────┼───────────┤
                │ ๑  │ ปรับปรุงคู่มือ │ กองคลัง  │ แจกแล้ว ๒ ชุด │
                ├────┼────────────┼────────┼───────────┤
                │ ๒  │ อบรมพนักงาน │ กองช่าง  │ อบรม ๔ คน │
                └────┴────────────┴────────┴───────────┘
                """)
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรมพนักงาน"])
        expectCovered(report, "a grid of Unicode")
    }

    @Test("two fields may stand in a row of a form, and a state beside the number of its record")
    func twoFieldsARow() throws {
        let form = { (number: String, title: String, state: String) in
            "|ลำดับที่|\(number)|สถานะ|\(state)|\n|---|---|---|---|\n|มาตรการ|\(title)| | |\n|ผู้รับผิดชอบ|กองคลัง|งบประมาณ|๕,๐๐๐|\n"
                + "|ระยะเวลา|ต.ค. ๒๕๖๕|ผลการดำเนินงาน|แจกแล้ว|\n\n"
        }
        let report = try parse(
            Self.head + form("๑", "ปรับปรุงคู่มือ", "แล้วเสร็จ") + form("๒", "อบรมพนักงาน", "ยังไม่เริ่ม"))
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรมพนักงาน"])
        #expect(report.measures.map(\.number) == ["1", "2"])
        #expect(states(report) == [.completed, .notStarted])
        #expect(report.measures.compactMap(\.budget).count == 2)
        expectCovered(report, "two fields a row")
    }

    @Test("tables that name measures by their numbers alone tell more of them")
    func linkedTables() throws {
        let report = try parse(
            Self.head + "เลขมาตรการ\tมาตรการ\tผู้รับผิดชอบ\n1\tปรับปรุงคู่มือ\tกองคลัง\n2\tอบรมพนักงาน\tกองช่าง\n\nตารางต่อไปบอกผล\n"
                + "เลขมาตรการ\tสถานะ\tผลการดำเนินการ\n1\tแล้วเสร็จ\tแจกแล้ว ๒ ชุด\n2\tยังไม่ดำเนินการ\t-\n")
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรมพนักงาน"])
        #expect(states(report) == [.completed, .notStarted])
        #expect(report.tables.isEmpty)
        expectCovered(report, "linked tables")
    }

    @Test("a table of numbers that no earlier table has stays what it is")
    func otherNumbers() throws {
        let report = try parse(
            Self.head + "ที่\tมาตรการ\tผู้รับผิดชอบ\tสถานะ\n1\tปรับปรุงคู่มือ\tกองคลัง\tแล้วเสร็จ\n2\tอบรมพนักงาน\tกองช่าง\tแล้วเสร็จ\n\n"
                + "ตารางเบอร์ติดต่อ\nลำดับที่\tผู้รับผิดชอบ\tโทรภายใน\n7\tกองคลัง\t๑๐๑\n8\tกองช่าง\t๑๐๒\n")
        #expect(report.measures.count == 2)
        expectCovered(report, "other numbers")
    }

    @Test("a unit named above a table is the section of its measures")
    func headingUnits() throws {
        let table = { (unit: String, number: String, title: String) in
            "ส่วนราชการ : \(unit)\n\nข้อ\tมาตรการ\tระยะเวลา\tผลการดำเนินงาน\n\(number)\t\(title)\tต.ค. ๒๕๖๕\tแจกแล้ว\n\n"
        }
        let report = try parse(
            Self.head + table("กองคลัง", "๑", "ปรับปรุงคู่มือ") + table("กองช่าง", "๒", "อบรมพนักงาน"))
        #expect(sections(report) == [["ส่วนราชการ : กองคลัง"], ["ส่วนราชการ : กองช่าง"]])
        expectCovered(report, "units above tables")
    }

    @Test("Thai letters count measures, alone and with a figure", arguments: [("ก.", "ข."), ("ก.1", "ก.2")])
    func letters(first: String, second: String) throws {
        let record = { (count: String, title: String) in
            "\(count) \(title)\nผู้รับผิดชอบ: กองคลัง\nระยะเวลา: ต.ค. ๒๕๖๕\nผลการดำเนินงาน: แจกแล้ว\n\n"
        }
        let report = try parse(Self.head + record(first, "ปรับปรุงคู่มือ") + record(second, "อบรมพนักงาน"))
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรมพนักงาน"])
        let numbers = [first, second].map { $0.last == "." ? String($0.dropLast()) : $0 }
        #expect(report.measures.map(\.number) == numbers)
        expectCovered(report, first)
    }

    @Test("an export names its fields in English, below facts of the report")
    func export() throws {
        let report = try parse(
            "report_name,รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\norganization,เทศบาลตำบลนกเงือก\n"
                + "report_round,รอบ 12 เดือน (1 ต.ค. 2565 - 30 ก.ย. 2566)\n\n"
                + "seq,progress_status,measure_name,responsible_unit,start_date,end_date,budget_baht\n"
                + "1,Completed,ปรับปรุงคู่มือ,กองคลัง,2022-10-16,2022-12-29,5000.00\n"
                + "2,In progress,อบรมพนักงาน,กองช่าง,2023-01-08,2023-03-29,0.00\n")
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรมพนักงาน"])
        #expect(report.agency.map { report.string($0.name) } == "เทศบาลตำบลนกเงือก")
        #expect(states(report) == [.completed, .inProgress])
        #expect(report.measures.map { $0.timeframe?.start?.month } == [10, 1])
        expectCovered(report, "an export")
    }

    @Test("years above the months of a chart are no cells")
    func yearsAboveMonths() throws {
        let report = try parse(
            Self.head + "ที่\tมาตรการ\tพ.ศ. ๒๕๖๕\t\tพ.ศ. ๒๕๖๖\t\tสถานะ\n\t\tพ.ย.\tธ.ค.\tม.ค.\tก.พ.\t\n"
                + "๑\tปรับปรุงคู่มือ\t●\t●\t\t\tแล้วเสร็จ\n๒\tอบรมพนักงาน\t\t●\t●\t●\tแล้วเสร็จ\n")
        #expect(titles(report) == ["ปรับปรุงคู่มือ", "อบรมพนักงาน"])
        #expect(report.measures.map { $0.timeframe?.end?.month } == [12, 2])
        #expect(report.measures.map { $0.timeframe?.start?.year } == [2022, 2022])
        expectCovered(report, "years above months")
    }

    @Test("one cell may tell what was made and what that was good for")
    func outputs() throws {
        let report = try parse(
            Self.head + "|ที่|มาตรการ|ผู้รับผิดชอบ|ผลผลิตและผลลัพธ์|\n|---|---|---|---|\n"
                + "|1|ปรับปรุงคู่มือ|กองคลัง|ผลผลิต แจกคู่มือ ๒ ชุด<br>ผลลัพธ์ เวลารอลดลง|\n|2|อบรมพนักงาน|กองช่าง|ผลผลิต อบรม ๔ คน<br>ผลลัพธ์ -|\n"
        )
        #expect(strings(report, \.result) == ["แจกคู่มือ ๒ ชุด", "อบรม ๔ คน"])
        #expect(strings(report, \.outcome) == ["เวลารอลดลง", nil])
        expectCovered(report, "outputs in one cell")
    }

    @Test("items of the disclosure list are the subject, whatever stands above them")
    func items() throws {
        let report = try parse(
            Self.head + "รหัส\tทำหรือยัง\tสิ่งที่ทำไป\tหัวข้อข้อมูล\tฝ่ายที่แก้ไข\n"
                + "O15\tทำแล้ว\tทำคู่มือภาพ 12 งาน\tคู่มือหรือมาตรฐานการให้บริการ\tฝ่ายทะเบียน\n"
                + "O16\tทำบางส่วน\tลงสถิติถึงเดือนมิถุนายน\tข้อมูลเชิงสถิติการให้บริการ\tฝ่ายโยธา\n")
        #expect(titles(report) == ["คู่มือหรือมาตรฐานการให้บริการ", "ข้อมูลเชิงสถิติการให้บริการ"])
        #expect(states(report) == [.completed, .inProgress])
        expectCovered(report, "items as subjects")
    }
}
