internal import ThaiText

/// What a cell holds, seen from its contents alone.
enum CellKind: Hashable {
    case empty, dash, number, decimal, outline, code, date, money, percent, status, unit, tick, list, text

    /// The kinds that no heading is of.
    var isValue: Bool {
        switch self {
        case .number, .decimal, .outline, .code, .date, .money, .percent, .tick, .list, .unit: true
        default: false
        }
    }
}

/// Tells what cells hold.
struct CellClassifier {
    private let vocabulary = Vocabulary.standard
    private let dates = DateScanner(context: DateContext(fiscalYear: 2566))
    private var key: [UInt8] = []
    private var flat: [UInt8] = []

    /// The kind of a cell.
    mutating func kind(of pieces: ArraySlice<Piece>, in text: [UInt8]) -> CellKind {
        if pieces.isEmpty { return .empty }
        if pieces.count == 1, let only = pieces.first, only.form == .tickedBox { return .tick }
        key.removeAll(keepingCapacity: true)
        PlainText.appendKey(of: pieces, in: text, to: &key)
        if key.isEmpty { return .tick }
        if key.allSatisfy({ $0 == 0x2D || $0 == 0x2E }) || key == [0xE2, 0x80, 0x93] || key == [0xE2, 0x80, 0x94] {
            return .dash
        }
        if key.starts(with: Self.countWord),
            key.dropFirst(Self.countWord.count).allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2E })
        {
            return .outline
        }
        if key.count < 90, Self.noMoney.longestPhrase(in: key)?.length == key.count { return .money }
        // `งบประมาณ 14,000 บาท`
        if let digit = key.firstIndex(where: { $0 &- 0x30 < 10 }), digit > 0,
            Self.moneyWords.meaning(of: Array(key[..<digit])) != nil,
            key.suffix(Self.baht.count).elementsEqual(Self.baht)
        {
            return .money
        }
        // `15,000.00 บาท`
        if key.count > Self.baht.count, key.suffix(Self.baht.count).elementsEqual(Self.baht),
            key.dropLast(Self.baht.count).allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2C || $0 == 0x2E })
        {
            return .money
        }
        if let number = numberKind() { return number }
        if vocabulary.statuses.meaning(of: key) != nil { return .status }
        if isCode() { return .code }
        if isPercent() { return .percent }
        if startsList() { return .list }
        flat.removeAll(keepingCapacity: true)
        for piece in pieces {
            if !flat.isEmpty { flat.append(0x20) }
            flat.append(contentsOf: text[piece.span.range])
        }
        if isDate() { return .date }
        if vocabulary.unitHeads.longestPhrase(in: key) != nil, key.count < 240 { return .unit }
        return .text
    }

    private static let noMoney = PhraseTable(words: ["ไม่ใช้งบประมาณ", "ไม่ใช้งบ", "ไม่มีงบประมาณ", "ไม่ได้ใช้งบประมาณ"])
    private static let moneyWords = PhraseTable(words: ["งบประมาณ", "วงเงิน", "ใช้งบประมาณ", "จำนวน"])
    private static let baht = Array("บาท".utf8)
    private static let countWord = Array("ข้อ".utf8)

    /// Whole cells of digits: numbers, `1.2`, `12,000.00`.
    private func numberKind() -> CellKind? {
        var digits = 0
        var dots = 0
        var commas = 0
        for byte in key {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x2E: dots += 1
            case 0x2C: commas += 1
            case 0x29, 0x28, 0x2D: break
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        // `๐๒๗`, `0๑๑`: no row has such a number, so the zero is the letter o.
        if digits == 3, key.count == 3, key[0] == 0x30 { return .code }
        if commas > 0 || digits > 4 { return .money }
        if dots > 1 { return .outline }
        if dots == 1, let dot = key.firstIndex(of: 0x2E), dot < key.count - 1 {
            return key.count - dot == 3 ? .decimal : .outline
        }
        return .number
    }

    private func isCode() -> Bool {
        guard key.count <= 8, let first = key.first, let last = key.last, last &- 0x30 < 10 else { return false }
        let digits = key.reversed().prefix { $0 &- 0x30 < 10 }.count
        guard digits <= 2 else { return false }
        return first == 0x6F || first == 0x69 || first == 0x65
            || Array(key.dropLast(digits)) == Array("อ".utf8) || Array(key.dropLast(digits)) == Array("อ.".utf8)
    }

    private func isPercent() -> Bool {
        guard key.count < 60 else { return false }
        if key.last == 0x25 { return key.dropLast().allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E } }
        let word = Array("ร้อยละ".utf8)
        return key.hasPrefix(word, at: 0) && key.dropFirst(word.count).allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
    }

    private func startsList() -> Bool {
        guard key.count > 12, let first = key.first else { return false }
        if first == 0x28 { return key.count > 3 && key[1] &- 0x30 < 10 && (key[2] == 0x29 || key[3] == 0x29) }
        return first &- 0x30 < 10 && (key[1] == 0x2E || key[1] == 0x29)
    }

    private func isDate() -> Bool {
        guard flat.count < 200 else { return false }
        let covered = dates.scan(flat, in: 0..<flat.count).filter(\.hasValue).reduce(0) { $0 + $1.range.count }
        return covered * 10 >= flat.count * 6
    }
}
