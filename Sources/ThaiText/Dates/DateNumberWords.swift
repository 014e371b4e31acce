/// Reads small numbers that are written in words: ยี่สิบเอ็ด, สองพันห้าร้อยหกสิบเจ็ด.
enum DateNumberWords {
    private static let units: [(spelling: [UInt8], value: Int)] = [
        ("ศูนย์", 0), ("หนึ่ง", 1), ("เอ็ด", 1), ("สอง", 2), ("ยี่", 2), ("สาม", 3), ("สี่", 4), ("ห้า", 5), ("หก", 6),
        ("เจ็ด", 7),
        ("แปด", 8), ("เก้า", 9),
    ].map { (Array($0.0.utf8), $0.1) }
    private static let tens: [(spelling: [UInt8], value: Int)] = [
        ("สิบ", 10), ("ร้อย", 100), ("พัน", 1000),
    ].map { (Array($0.0.utf8), $0.1) }

    /// Whether a number may begin with the letter: where none is asked for, only สาม, หก, เก้า and สิบสอง.
    static func mayBegin(_ letter: UInt8, isAsked: Bool) -> Bool {
        switch letter {
        case 0x2A, 0x2B, 0x40: true
        case 0x1E, 0x22, 0x23, 0x28, 0x41: isAsked
        default: false
        }
    }

    /// The number at `start`, below 10 000, and its end.
    static func number(in text: [UInt8], at start: Int, end: Int) -> (value: Int, end: Int)? {
        var index = start
        var sum = 0
        var unit: Int?
        var scale = 10_000
        while index < end {
            if unit == nil, let (value, next) = match(units, in: text, at: index) {
                unit = value
                index = next
            } else if let (value, next) = match(tens, in: text, at: index), value < scale {
                sum += (unit ?? 1) * value
                unit = nil
                scale = value
                index = next
            } else {
                break
            }
        }
        guard index > start, index <= end else { return nil }
        // สามารถ begins with สาม: what follows a number begins a word.
        let next = text.thaiLetter(at: index)
        if next != ThaiLetter.none, !ThaiLetter.canBeginWord(next), !ThaiLetter.isDigit(next) { return nil }
        return (sum + (unit ?? 0), index)
    }

    private static func match(
        _ words: [(spelling: [UInt8], value: Int)], in text: [UInt8], at index: Int
    ) -> (value: Int, end: Int)? {
        for word in words where text.hasPrefix(word.spelling, at: index) {
            return (word.value, index + word.spelling.count)
        }
        return nil
    }
}
