internal import ThaiText

/// Cells of money.
extension Mapper {
    private static let ticked = PhraseSearch(CellText.tickedBox)
    private static let noMoney = [
        "ไม่ใช้งบ", "ไม่ได้ใช้งบ", "ไม่มีงบประมาณ", "ไม่มีค่าใช้จ่าย", "ไม่ใช้เงิน", "ไม่ได้ใช้เงิน", "ไม่ต้องใช้", "ไม่มีการใช้งบ", "ไม่ใช้",
    ].map { Array($0.utf8) }

    mutating func readMoney(
        _ field: WritableKeyPath<Budget, ExactDecimal?>, _ owner: Ledger.Owner?, _ name: FieldText?
    ) {
        let bytes = cell.bytes
        let all = bytes.trimmed(cell.all)
        var amount = bytes.money(in: all)
        // A figure with a unit of its own needs none from the heading.
        if record.moneyPower > 0, let figure = bytes.decimal(in: all) {
            amount = figure.multiplied(byPowerOfTen: record.moneyPower)
        }
        // `☑ ไม่ใช้งบประมาณ ☐ ใช้งบประมาณ จำนวน …… บาท`
        var words = all.lowerBound
        if cell.hasBox, let ticked = Self.ticked.first(in: bytes, all) {
            words = bytes.skipBlanks(from: ticked + CellText.tickedBox.count, to: all.upperBound)
        }
        if amount == nil, Self.noMoney.contains(where: { bytes.hasPrefix($0, at: words) }) { amount = .zero }
        if amount == nil {
            amount =
                numbers.scan(bytes, in: all).first { $0.kind == .money || $0.kind == .integer || $0.kind == .decimal }?
                .number
        }
        guard let amount else { return readExtra(owner, name) }
        if bytes.hasPointsForCommas(in: all) {
            noteRepair(of: all, .budget, kind: "point-for-comma", to: amount.description)
        }
        place(all, .budget, owner)
        var budget = record.budget ?? Budget()
        budget[keyPath: field] = budget[keyPath: field] ?? amount
        record.budget = budget
    }
}
