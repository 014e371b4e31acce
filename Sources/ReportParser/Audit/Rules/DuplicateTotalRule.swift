internal import ThaiText

/// A row of sums that stands twice.
///
/// Example: two rows `รวมงบกลาง 8,493,130.00 …` one below the other, all figures alike: who adds up the column counts them
/// twice. A sum of sums has other words, and that of another group other figures.
struct DuplicateTotalRule: AuditRule {
    var description: RuleDescription {
        RuleDescription("duplicate-total-row", thai: "แถวยอดรวมซ้ำกัน", english: "a row of sums that stands twice")
    }

    private static let words = ["รวม", "ยอดรวม", "Total", "TOTAL", "total", "Sum"].map { Array($0.utf8) }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var findings: [Finding] = []
        for table in report.tables {
            for (above, row) in zip(table.rows, table.rows.dropFirst()) {
                guard let label = row.compactMap({ $0 }).first(where: { isTotal($0, report) }),
                    above.count == row.count,
                    zip(above, row).allSatisfy({ isSame($0, $1, report) }), hasFigures(row, report)
                else { continue }
                let written = report.string(label)
                findings.append(
                    finding(
                        thai: "แถว \"\(written)\" ซ้ำกับแถวก่อนหน้าทุกตัวเลข",
                        english: "the row \"\(written)\" repeats the one above it, figure by figure",
                        span: row.compactMap { $0 }.map { report.span(of: $0) }.reduce(report.span(of: label)) {
                            $0.union($1)
                        }))
            }
        }
        return findings
    }

    private func isTotal(_ cell: FieldText?, _ report: Report) -> Bool {
        guard let cell, let first = report.pieces[cell.pieces.range].first else { return false }
        let start = report.text[first.span.range].firstIndex { $0 > 0x2A } ?? first.span.range.upperBound
        return Self.words.contains { report.text.hasPrefix($0, at: start) }
    }

    private func isSame(_ a: FieldText?, _ b: FieldText?, _ report: Report) -> Bool {
        switch (a, b) {
        case (nil, nil): true
        case (let a?, let b?):
            // A cell that covers both rows is one text and says nothing of either.
            a == b
                || PlainText.key(of: report.pieces[a.pieces.range], in: report.text)
                    == PlainText.key(of: report.pieces[b.pieces.range], in: report.text)
        default: false
        }
    }

    /// Whether at least one cell of the row is a number other than nought.
    private func hasFigures(_ row: [FieldText?], _ report: Report) -> Bool {
        row.contains { cell in
            guard let cell, let money = MoneyTable.money(cell, report) else { return false }
            return money != .zero
        }
    }
}
