public import ThaiText

/// Numbers, days and strings.
extension JSONWriter {
    /// Writes a whole number.
    public mutating func int(_ value: Int) {
        separate()
        putInt(value)
    }

    /// Writes bytes as they are, outside of all JSON.
    public mutating func raw(_ bytes: [UInt8]) {
        reserve(bytes.count)
        bytes.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { (buffer + count).update(from: start, count: source.count) }
        }
        count += bytes.count
    }

    /// Writes a decimal exactly as it is, or `null`.
    public mutating func decimal(_ value: ExactDecimal?) {
        guard let value else { return null() }
        separate()
        if let whole = value.integer { return putInt(whole) }
        for byte in value.description.utf8 { put(byte) }
    }

    /// Writes a number from 0 to 1 with at most two decimals.
    public mutating func share(_ value: Double) {
        separate()
        let hundredths = Int(min(max(value, 0), 1) * 100 + 0.5)
        putInt(hundredths / 100)
        guard hundredths % 100 != 0 else { return }
        put(0x2E)
        put(0x30 + UInt8(hundredths % 100 / 10))
        if hundredths % 10 != 0 { put(0x30 + UInt8(hundredths % 10)) }
    }

    /// Writes a length of at least 0 with at most one decimal.
    mutating func tenths(_ value: Float) {
        separate()
        let tenths = Int(min(max(value, 0), 1_000_000) * 10 + 0.5)
        putInt(tenths / 10)
        guard tenths % 10 != 0 else { return }
        put(0x2E)
        put(0x30 + UInt8(tenths % 10))
    }

    /// Writes a string, or `null`.
    public mutating func string(_ value: String?) {
        guard var value else { return null() }
        separate()
        put(0x22)
        value.withUTF8 { escape($0, 0..<$0.count) }
        put(0x22)
    }

    /// Writes a word of the schema, such as the name of a state, which needs no escapes, or `null`.
    public mutating func word(_ value: String?) {
        guard var value else { return null() }
        separate()
        value.withUTF8 { source in
            reserve(source.count + 2)
            buffer[count] = 0x22
            if let start = source.baseAddress { (buffer + count + 1).update(from: start, count: source.count) }
            buffer[count + source.count + 1] = 0x22
            count += source.count + 2
        }
    }

    /// Writes a string of valid UTF-8.
    public mutating func string(bytes: [UInt8]) {
        separate()
        put(0x22)
        escape(bytes, 0..<bytes.count)
        put(0x22)
    }

    /// Writes a day as `YYYY-MM-DD`, or `null`.
    public mutating func date(_ value: CivilDate?) {
        guard let value else { return null() }
        separate()
        reserve(12)
        let (year, month, day) = (value.year, value.month, value.day)
        let target = buffer + count
        target[0] = 0x22
        Figures.put(UInt32(truncatingIfNeeded: year / 100), at: target + 1)
        Figures.put(UInt32(truncatingIfNeeded: year % 100), at: target + 3)
        target[5] = 0x2D
        Figures.put(UInt32(truncatingIfNeeded: month), at: target + 6)
        target[8] = 0x2D
        Figures.put(UInt32(truncatingIfNeeded: day), at: target + 9)
        target[11] = 0x22
        count += 12
    }

    /// Writes a pair of whole numbers as an array.
    @inline(__always)
    public mutating func pair(_ first: Int, _ second: Int) {
        guard indentation == 0 else { return pairOnLines(first, second) }
        putPair(first, second)
    }

    private mutating func putPair(_ first: Int, _ second: Int) {
        // Room for the signs and two numbers of twenty figures, so that no sign asks for its own.
        reserve(44)
        separate()
        buffer[count] = 0x5B
        count += 1
        putInt(first)
        buffer[count] = 0x2C
        count += 1
        putInt(second)
        buffer[count] = 0x5D
        count += 1
    }

    private mutating func pairOnLines(_ first: Int, _ second: Int) {
        beginArray()
        int(first)
        int(second)
        endArray()
    }

    /// Opens a string whose parts follow by ``append(_:of:)``.
    @inline(__always)
    public mutating func beginString() {
        separate()
        put(0x22)
    }

    /// Adds a part of an open string.
    public mutating func append(_ range: Range<Int>, of bytes: [UInt8]) { escape(bytes, range) }

    /// Adds the first bytes of an ASCII string to an open string.
    public mutating func append(first length: Int, of text: String) {
        var text = text
        text.withUTF8 { escape($0, 0..<min($0.count, length)) }
    }

    /// Adds a string of the program's own to an open string.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { escape($0, 0..<$0.count) }
    }

    /// Adds a whole number to an open string.
    public mutating func append(_ value: Int) { putInt(value) }

    /// Adds a text of the program's own to an open string.
    @inline(__always)
    public mutating func append(_ text: StaticString) { put(text) }

    /// Closes a string.
    @inline(__always)
    public mutating func endString() { put(0x22) }

    // MARK: Digits

    @inline(__always)
    private mutating func putInt(_ value: Int) {
        reserve(20)
        guard value >= 10_000, value < 100_000_000 else { return putShortOrLong(value) }
        // Most numbers are offsets in the source; those of one record differ in their last figures only.
        let (thousands, rest) = UInt32(truncatingIfNeeded: value).quotientAndRemainder(dividingBy: 10_000)
        if thousands != lastThousands.value { lastThousands = LastThousands(thousands) }
        let target = buffer + count
        UnsafeMutableRawPointer(target).storeBytes(of: lastThousands.figures, as: UInt32.self)
        let (hundreds, ones) = rest.quotientAndRemainder(dividingBy: 100)
        Figures.put(hundreds, at: target + lastThousands.length)
        Figures.put(ones, at: target + lastThousands.length + 2)
        count += lastThousands.length + 4
    }

    @inline(never)
    private mutating func putShortOrLong(_ value: Int) {
        if value < 0 { put(0x2D) }
        var rest = value.magnitude
        var digits = 1
        var bound: UInt = 10
        while rest >= bound, digits < 20 {
            digits += 1
            bound = digits < 20 ? bound &* 10 : .max
        }
        var position = count + digits
        count = position
        repeat {
            position -= 1
            buffer[position] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
    }

    // MARK: Escapes

    /// Copies bytes, escaping the few that JSON asks to: runs between them are copied whole.
    @inline(__always)
    mutating func escape(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { escape($0, range) }
    }

    mutating func escape(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        precondition(range.upperBound <= source.count && range.lowerBound >= 0)
        guard let start = source.baseAddress else { return }
        // Every byte may become six: `\u001f`.
        reserve(range.count * 6)
        var target = buffer + count
        var position = start + range.lowerBound
        let end = start + range.upperBound
        while position < end {
            // Sixteen or eight bytes at a time, as long as none of them needs an escape.
            if end - position >= 16 {
                let block = UnsafeRawPointer(position).loadUnaligned(as: SIMD2<UInt64>.self)
                if Self.isThai(block[0] & block[1]) {
                    UnsafeMutableRawPointer(target).storeBytes(of: block, as: SIMD2<UInt64>.self)
                    target += 16
                    position += 16
                    continue
                }
            }
            if end - position >= 8 {
                let word = UnsafeRawPointer(position).loadUnaligned(as: UInt64.self)
                if Self.isThai(word) || !Self.needsEscape(word) {
                    UnsafeMutableRawPointer(target).storeBytes(of: word, as: UInt64.self)
                    target += 8
                    position += 8
                    continue
                }
            } else if range.count >= 8 {
                // The last eight bytes at once: those of them that stand there already were copied as they are.
                let word = UnsafeRawPointer(end - 8).loadUnaligned(as: UInt64.self)
                if Self.isThai(word) || !Self.needsEscape(word) {
                    target += end - position
                    UnsafeMutableRawPointer(target - 8).storeBytes(of: word, as: UInt64.self)
                    break
                }
            }
            let byte = position.pointee
            position += 1
            if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F {
                target.pointee = byte
                target += 1
            } else {
                target = Self.escape(byte, at: target)
            }
        }
        count = target - buffer
    }

    private static var high: UInt64 { 0x8080_8080_8080_8080 }

    /// Whether eight bytes are of no ASCII character.
    @inline(__always)
    private static func isThai(_ word: UInt64) -> Bool { word & high == high }

    /// Whether one of eight bytes is a control character, a quote, a backslash or DEL.
    @inline(__always)
    private static func needsEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let control = (word &- ones &* 0x20) & ~word
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let delete = word ^ (ones &* 0x7F)
        let zero = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((delete &- ones) & ~delete)
        return (control | zero) & high != 0
    }

    private static func escape(_ byte: UInt8, at target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        target[0] = 0x5C
        switch byte {
        case 0x22, 0x5C: target[1] = byte
        case 0x0A: target[1] = 0x6E
        case 0x0D: target[1] = 0x72
        case 0x09: target[1] = 0x74
        default:
            target[1] = 0x75
            target[2] = 0x30
            target[3] = 0x30
            target[4] = figure(byte >> 4)
            target[5] = figure(byte & 0x0F)
            return target + 6
        }
        return target + 2
    }

    private static func figure(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}

/// Two figures at once.
private enum Figures {
    /// Writes a number below 100.
    @inline(__always)
    static func put(_ value: UInt32, at target: UnsafeMutablePointer<UInt8>) {
        let (ten, one) = value.quotientAndRemainder(dividingBy: 10)
        target[0] = 0x30 &+ UInt8(truncatingIfNeeded: ten)
        target[1] = 0x30 &+ UInt8(truncatingIfNeeded: one)
    }
}

/// The figures of a number from 1 to 9,999, kept for the next one that is the same.
struct LastThousands {
    private(set) var value: UInt32 = 0
    /// The figures as they stand in memory, the first in the lowest byte.
    private(set) var figures: UInt32 = 0
    private(set) var length = 0

    init() {}

    init(_ value: UInt32) {
        self.value = value
        var rest = value
        repeat {
            figures = figures << 8 | (0x30 + rest % 10)
            length += 1
            rest /= 10
        } while rest > 0
    }
}
