internal import ThaiText

/// The money in the columns of a table, read once for all checks of it.
struct MoneyTable {
    /// The amounts of each row, by column.
    let rows: [[ExactDecimal?]]
    /// Which rows are sums of those above.
    let isTotal: [Bool]
    /// The columns of what was granted, spent and left.
    let approved: Int?
    let spent: Int?
    let left: Int?

    private static let total = PlainText.key("รวม")
    private static let totalEnglish = PlainText.key("total")
    private static let longest = max(total.count, totalEnglish.count)

    init(_ table: OtherTable, _ report: Report, _ headings: inout HeadingMatcher) {
        var roles: [ColumnRole: Int] = [:]
        var powers = [Int](repeating: 0, count: table.columns.count)
        for (column, heading) in table.columns.enumerated() {
            guard let heading else { continue }
            let key = PlainText.key(of: report.pieces[heading.pieces.range], in: report.text)
            if let role = headings.match(key)?.role, roles[role] == nil { roles[role] = column }
            powers[column] = MoneyUnit.powerOfTen(ofHeading: key)
        }
        (approved, spent, left) = (roles[.budget], roles[.spent], roles[.balance])
        rows = table.rows.map { row in
            row.enumerated().map { column, cell in
                let power = column < powers.count ? powers[column] : 0
                return cell.flatMap { Self.money($0, report) }.flatMap {
                    power > 0 ? $0.multiplied(byPowerOfTen: power) : $0
                }
            }
        }
        isTotal = table.rows.map { row in
            row.contains { cell in
                guard let cell else { return false }
                let key = PlainText.key(of: cell.pieces, pieces: report.pieces, in: report.text, atMost: Self.longest)
                return key.starts(with: Self.total) || key.starts(with: Self.totalEnglish)
            }
        }
    }

    static func money(_ text: FieldText, _ report: Report) -> ExactDecimal? {
        var bytes: [UInt8] = []
        report.append(text, to: &bytes)
        return bytes.money(in: 0..<bytes.count)
    }

    /// What the balance of a row should be, where the row says another one.
    ///
    /// Transfers and reservations stand in other columns; a row is right if it is right with some of them added or taken
    /// off, for their headings are often too damaged to be told apart.
    func rightBalance(ofRow row: Int) -> ExactDecimal? {
        guard let approved, let spent, let left, row < rows.count, let granted = rows[row][approved],
            let used = rows[row][spent], let written = rows[row][left], let right = granted - used
        else { return nil }
        let others = rows[row].indices.filter { ($0 != approved && $0 != spent && $0 != left) && $0 > approved }
            .compactMap { rows[row][$0] }.filter { $0 != .zero }
        guard others.count <= 4 else { return nil }
        var sums: [ExactDecimal] = [right]
        for other in others {
            sums += sums.compactMap { $0 + other } + sums.compactMap { $0 - other }
        }
        return sums.contains(written) ? nil : right
    }

    /// The sums that a total row may name in a column: of all rows, of those since the total before it, of totals.
    func sums(ofColumn column: Int, above row: Int) -> [ExactDecimal] {
        let details = (0..<row).filter { !isTotal[$0] }
        let start = (0..<row).last { isTotal[$0] }.map { $0 + 1 } ?? 0
        let groups = [details, Array(start..<row), (0..<row).filter { isTotal[$0] }]
        return groups.filter { !$0.isEmpty }.compactMap { group in
            ExactDecimal.sum(group.compactMap { rows[$0][column] })
        } + (start == row && row > 0 ? [rows[row - 1][column]].compactMap { $0 } : [])
    }
}

extension ExactDecimal {
    /// The number with commas between thousands and two decimals where it is not whole: `107,500.50`.
    var money: String {
        let parts = description.split(separator: ".")
        var digits = Array(parts[0].drop { $0 == "-" })
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        let decimals = parts.count > 1 ? "." + parts[1] + (parts[1].count == 1 ? "0" : "") : ""
        return (isNegative ? "-" : "") + String(digits) + decimals
    }
}
