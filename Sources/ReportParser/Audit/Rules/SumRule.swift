internal import ThaiText

/// Money that does not add up: within a row (granted − spent = left), and down a column that has a sum.
///
/// Example: `150,000.00 − 62,500.00 = 107,500.00`. Where one other figure would mend the row and its column, the finding
/// names it.
struct SumRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "sum-mismatch", .error, thai: "ยอดเงินรวมหรือคงเหลือไม่ถูกต้อง", english: "money that does not add up")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var findings = measures(report) + sentences(report)
        var headings = HeadingMatcher()
        var first = 0
        for table in report.tables.sorted(by: { $0.span.start < $1.span.start }) {
            switch table.kind {
            case .totals:
                // The sums below a table of measures: those since the sums before.
                let end = report.measures[first...].firstIndex { $0.span.start >= table.span.start }
                let range = first..<(end ?? report.measures.count)
                findings += totals(MoneyTable(table, report, &headings), table, range, report)
                first = range.upperBound
            case .budget: findings += budget(MoneyTable(table, report, &headings), table, report)
            default: break
            }
        }
        return findings
    }

    private func measures(_ report: Report) -> [Finding] {
        report.measures.indices.compactMap { index in
            guard let budget = report.measures[index].budget.map({ report.budgets[Int($0)] }),
                let approved = budget.approved,
                let spent = budget.disbursed, let left = budget.remaining, let right = approved - spent, right != left
            else { return nil }
            return finding(
                thai: "\(approved.money) − \(spent.money) = \(right.money) แต่ระบุคงเหลือ \(left.money)",
                english: "\(approved.money) − \(spent.money) is \(right.money), the report says \(left.money)",
                measure: index, field: .budget, span: report.measures[index].span)
        }
    }

    private static let total = PlainText.key("รวม")
    private static let words = ["งบประมาณ", "เงิน", "วงเงิน", "ทั้งสิ้น"].map { PlainText.key($0) }

    /// A sum below the measures: `รวมงบประมาณทั้งสิ้น ๑๔๗,๕๐๐ บาท`.
    private func sentences(_ report: Report) -> [Finding] {
        let approved = Self.sum(of: \.approved, report)
        guard let approved else { return [] }
        let scanner = NumberScanner()
        return report.blocks.compactMap { block in
            let pieces = report.pieces[block.text.pieces.range]
            guard block.kind == .paragraph || block.kind == .note,
                let first = pieces.first, first.span.range.count < 400
            else { return nil }
            let key = PlainText.key(of: pieces.prefix(4), in: report.text)
            guard key.starts(with: Self.total),
                Self.words.contains(where: { key.hasPrefix($0, at: Self.total.count) })
            else { return nil }
            let amounts = scanner.scan(report.text, in: report.span(of: block.text).range).filter { $0.kind == .money }
            guard amounts.count == 1, let written = amounts.first?.number, written != approved,
                written != Self.sum(of: \.disbursed, report)
            else { return nil }
            return columnFinding(approved, written, report.span(of: block.text))
        }
    }

    private static func sum(of path: KeyPath<Budget, ExactDecimal?>, _ report: Report) -> ExactDecimal? {
        let amounts = report.measures.indices.compactMap { index in
            report.measures[index].budget.flatMap { report.budgets[Int($0)][keyPath: path] }
        }
        return amounts.count >= 2 ? ExactDecimal.sum(amounts) : nil
    }

    private func totals(
        _ money: MoneyTable, _ table: OtherTable, _ measures: Range<Int>, _ report: Report
    ) -> [Finding] {
        var findings: [Finding] = []
        let columns: [(Int?, KeyPath<Budget, ExactDecimal?>)] = [
            (money.approved, \.approved), (money.spent, \.disbursed), (money.left, \.remaining),
        ]
        for row in money.rows.indices {
            for case (let column?, let path) in columns {
                let amounts = measures.compactMap { index in
                    report.measures[index].budget.flatMap { report.budgets[Int($0)][keyPath: path] }
                }
                guard let written = money.rows[row][column], amounts.count >= 2, let sum = ExactDecimal.sum(amounts),
                    sum != written
                else { continue }
                findings.append(columnFinding(sum, written, span(table, row, column, report)))
            }
            findings += rowFinding(money, table, row, report)
        }
        return findings
    }

    private func budget(_ money: MoneyTable, _ table: OtherTable, _ report: Report) -> [Finding] {
        var findings: [Finding] = []
        for row in money.rows.indices {
            findings += rowFinding(money, table, row, report)
            // Sums of sums are few; those of a table whose every row is one say nothing.
            guard money.isTotal[row], money.isTotal[..<row].count(where: { $0 }) <= 64 else { continue }
            for column in [money.approved, money.spent, money.left].compactMap({ $0 }) {
                let sums = money.sums(ofColumn: column, above: row)
                guard let written = money.rows[row][column], let sum = sums.first, !sums.contains(written) else {
                    continue
                }
                findings.append(columnFinding(sum, written, span(table, row, column, report)))
            }
        }
        return findings
    }

    private func columnFinding(_ sum: ExactDecimal, _ written: ExactDecimal, _ span: SourceSpan) -> Finding {
        finding(
            thai: "ผลรวมของแถวคือ \(sum.money) แต่แถวรวมระบุ \(written.money)",
            english: "the rows add up to \(sum.money), the total says \(written.money)", span: span)
    }

    private func rowFinding(_ money: MoneyTable, _ table: OtherTable, _ row: Int, _ report: Report) -> [Finding] {
        guard let right = money.rightBalance(ofRow: row), let approved = money.approved, let spent = money.spent,
            let left = money.left, let granted = money.rows[row][approved], let used = money.rows[row][spent],
            let written = money.rows[row][left]
        else { return [] }
        var thai = "\(granted.money) − \(used.money) = \(right.money) แต่ระบุคงเหลือ \(written.money)"
        var english = "\(granted.money) − \(used.money) is \(right.money), the report says \(written.money)"
        let changes: [(Int, ExactDecimal, ExactDecimal?)] = [
            (approved, granted, written + used), (spent, used, granted - written), (left, written, right),
        ]
        let mending = changes.filter { column, old, new in new.map { mends(money, row, column, old, $0) } ?? false }
        if mending.count == 1, let old = mending.first?.1, let new = mending.first?.2 {
            thai += "; หากเปลี่ยน \(old.money) เป็น \(new.money) ทั้งแถวและผลรวมจะถูกต้อง"
            english += "; \(new.money) in place of \(old.money) makes the row and its column right"
        }
        return [finding(thai: thai, english: english, span: span(table, row, left, report))]
    }

    /// Whether a column that has a wrong sum has the right one with another figure in `row`.
    private func mends(
        _ money: MoneyTable, _ row: Int, _ column: Int, _ old: ExactDecimal, _ new: ExactDecimal
    ) -> Bool {
        guard !money.isTotal[row], let total = money.isTotal[row...].firstIndex(of: true),
            let written = money.rows[total][column]
        else { return false }
        let sums = money.sums(ofColumn: column, above: total)
        return !sums.contains(written)
            && sums.contains { sum in (sum - old).flatMap { $0 + new } == written }
    }

    private func span(_ table: OtherTable, _ row: Int, _ column: Int, _ report: Report) -> SourceSpan {
        table.rows[row][column].map { report.span(of: $0) } ?? table.span
    }
}

/// More spent than was granted.
///
/// Example: `งบประมาณ 10,000`, `เบิกจ่าย 12,500`.
struct OverBudgetRule: AuditRule {
    var description: RuleDescription {
        RuleDescription("over-budget", thai: "เบิกจ่ายเกินงบประมาณ", english: "more money spent than was granted")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        return report.measures.indices.compactMap { index in
            guard let budget = report.measures[index].budget.map({ report.budgets[Int($0)] }),
                let approved = budget.approved,
                let spent = budget.disbursed, approved < spent, approved != .zero
            else { return nil }
            return finding(
                thai: "เบิกจ่าย \(spent.money) เกินงบประมาณ \(approved.money)",
                english: "\(spent.money) were spent of \(approved.money)", measure: index, field: .budget,
                span: report.measures[index].span)
        }
    }
}
