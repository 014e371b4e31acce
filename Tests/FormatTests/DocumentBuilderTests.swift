import ReportParser
import Testing

@Suite struct DocumentBuilderTests {
    /// A table over two pages, its text damaged as PDFs damage it.
    private var report: Report {
        var builder = DocumentBuilder()
        builder.beginPage()
        builder.beginLine(headingLevel: 1)
        builder.append("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗")
        builder.beginTable()
        builder.beginRow(isHeading: true)
        for heading in ["ที่", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"] {
            builder.beginCell()
            builder.append(heading)
        }
        for (page, row) in [
            ["๑", "จัดทาคู่มือการปฏิบัติงาน", "สานักปลัด", "ต.ค. ๒๕๖๖"], ["๒", "เผยแพร่แผนของต าบล", "กองคลัง", "มี.ค. ๒๕๖๗"],
        ].enumerated() {
            if page > 0 {
                builder.beginPage()
                builder.beginTable()
            }
            builder.beginRow()
            for (column, cell) in row.enumerated() {
                builder.beginCell()
                let left = Float(column) * 100
                builder.append(
                    cell, at: PageBox(page: page + 1, left: left, top: 50, right: left + 90, bottom: 70),
                    confidence: 0.9,
                    isDoubtful: column == 3)
            }
        }
        let source = ReportSource(name: "a", sha256: String(repeating: "0", count: 64), bytes: 1, format: "pdf")
        return ReportParser.parse(builder.finish(), source: source)
    }

    @Test func rowsOfBothPagesAreMeasures() {
        let report = report
        #expect(report.measures.map { report.string($0.title!) } == ["จัดทาคู่มือการปฏิบัติงาน", "เผยแพร่แผนของตำบล"])
        #expect(report.source.pages == 2)
        #expect(report.coverage.dropped == 0)
    }

    @Test func placesAreThoseOfTheCells() throws {
        let report = report
        let title = try #require(report.measures[1].title)
        let range = report.sourceRange(of: report.span(of: title))
        #expect(report.pages?.boxes(of: [range]) == [PageBox(page: 2, left: 100, top: 50, right: 190, bottom: 70)])
        #expect(String(decoding: report.sourceText[range], as: UTF8.self) == "เผยแพร่แผนของต าบล")
    }

    @Test func doubtsAreFindingsAndLowerTheConfidence() {
        let report = report
        let doubts = report.findings.filter { $0.rule == "low-confidence" }
        #expect(doubts.map(\.measure) == [0, 1])
        #expect(report.measures.allSatisfy { $0.confidence <= 0.9 })
    }
}
