public import ThaiText

/// Writes JSON into a buffer and hands the buffer on whenever it has grown large.
///
/// The order of keys is the order of the calls; nothing is sorted and nothing is looked up. A record costs some fifty
/// keys, so they are copied as whole runs into memory that is known to be large enough.
public struct JSONWriter: ~Copyable {
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0
    private var needsComma = false
    private let sink: ([UInt8]) throws -> Void
    /// Spaces of indentation a level; 0 writes all on one line.
    private let indentation: Int
    private var depth = 0
    private let flushAt: Int

    /// A writer that gives its output to `sink`, some 64 KiB at a time.
    public init(indentation: Int = 0, flushAt: Int = 1 << 16, to sink: @escaping ([UInt8]) throws -> Void) {
        self.indentation = indentation
        self.flushAt = flushAt
        self.sink = sink
        capacity = max(flushAt, 64) * 2
        buffer = .allocate(capacity: capacity)
    }

    deinit { buffer.deallocate() }

    /// Hands on what is still in the buffer.
    public mutating func flush() throws {
        guard count > 0 else { return }
        try sink(Array(UnsafeBufferPointer(start: buffer, count: count)))
        count = 0
    }

    /// Hands the buffer on if it is large.
    public mutating func flushIfLarge() throws {
        if count >= flushAt { try flush() }
    }

    // MARK: Memory

    /// Makes room for `more` bytes.
    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        next.update(from: buffer, count: count)
        buffer.deallocate()
        buffer = next
        capacity = larger
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        reserve(1)
        buffer[count] = byte
        count += 1
    }

    private mutating func put(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        (buffer + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    // MARK: Structure

    /// Opens an object.
    public mutating func beginObject() { open(0x7B) }

    /// Closes the object opened last.
    public mutating func endObject() { close(0x7D) }

    /// Opens an array.
    public mutating func beginArray() { open(0x5B) }

    /// Closes the array opened last.
    public mutating func endArray() { close(0x5D) }

    private mutating func open(_ bracket: UInt8) {
        separate()
        put(bracket)
        needsComma = false
        depth += 1
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if needsComma { breakLine() }
        put(bracket)
        needsComma = true
    }

    /// Writes a key; the next call writes its value.
    public mutating func key(_ name: StaticString) {
        let length = name.utf8CodeUnitCount
        separate()
        reserve(length + 4)
        let target = buffer + count
        target[0] = 0x22
        (target + 1).update(from: name.utf8Start, count: length)
        target[length + 1] = 0x22
        target[length + 2] = 0x3A
        count += length + 3
        if indentation > 0 { put(0x20) }
        needsComma = false
    }

    /// Writes a key that comes from the report, such as the heading of a column.
    public mutating func key(bytes: [UInt8]) {
        separate()
        put(0x22)
        escape(bytes, 0..<bytes.count)
        put(0x22)
        put(0x3A)
        if indentation > 0 { put(0x20) }
        needsComma = false
    }

    @inline(__always)
    private mutating func separate() {
        if needsComma {
            put(0x2C)
            if indentation > 0 { breakLine() }
        } else if indentation > 0, depth > 0, count > 0, buffer[count - 1] == 0x7B || buffer[count - 1] == 0x5B {
            breakLine()
        }
        needsComma = true
    }

    private mutating func breakLine() {
        guard indentation > 0 else { return }
        put(0x0A)
        for _ in 0..<depth * indentation { put(0x20) }
    }

    /// Ends a line of JSON Lines.
    public mutating func endLine() {
        put(0x0A)
        needsComma = false
    }

    // MARK: Values

    /// Writes `null`.
    public mutating func null() {
        separate()
        put("null")
    }

    /// Writes a key and `null`.
    public mutating func null(_ name: StaticString) {
        key(name)
        put("null")
        needsComma = true
    }

    /// Writes a key and an empty array.
    public mutating func emptyArray(_ name: StaticString) {
        key(name)
        put("[]")
        needsComma = true
    }

    /// Writes a whole number.
    public mutating func int(_ value: Int) {
        separate()
        putInt(value)
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) {
        separate()
        put(value ? "true" : "false")
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

    /// Writes a string of the program's own, which needs no escapes.
    public mutating func string(_ value: StaticString) {
        separate()
        put(0x22)
        put(value)
        put(0x22)
    }

    /// Writes a string, or `null`.
    public mutating func string(_ value: String?) {
        guard var value else { return null() }
        separate()
        put(0x22)
        value.withUTF8 { escape($0, 0..<$0.count) }
        put(0x22)
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
        target[1] = 0x30 + UInt8(truncatingIfNeeded: year / 1000 % 10)
        target[2] = 0x30 + UInt8(truncatingIfNeeded: year / 100 % 10)
        target[3] = 0x30 + UInt8(truncatingIfNeeded: year / 10 % 10)
        target[4] = 0x30 + UInt8(truncatingIfNeeded: year % 10)
        target[5] = 0x2D
        target[6] = 0x30 + UInt8(truncatingIfNeeded: month / 10)
        target[7] = 0x30 + UInt8(truncatingIfNeeded: month % 10)
        target[8] = 0x2D
        target[9] = 0x30 + UInt8(truncatingIfNeeded: day / 10)
        target[10] = 0x30 + UInt8(truncatingIfNeeded: day % 10)
        target[11] = 0x22
        count += 12
    }

    /// Writes a pair of whole numbers as an array.
    public mutating func pair(_ first: Int, _ second: Int) {
        if indentation > 0 {
            beginArray()
            int(first)
            int(second)
            return endArray()
        }
        separate()
        put(0x5B)
        putInt(first)
        put(0x2C)
        putInt(second)
        put(0x5D)
    }

    /// Opens a string whose parts follow by ``append(_:of:)``.
    public mutating func beginString() {
        separate()
        put(0x22)
    }

    /// Adds a part of an open string.
    public mutating func append(_ range: Range<Int>, of bytes: [UInt8]) { escape(bytes, range) }

    /// Adds a string of the program's own to an open string.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { escape($0, 0..<$0.count) }
    }

    /// Adds a whole number to an open string.
    public mutating func append(_ value: Int) { putInt(value) }

    /// Adds a text of the program's own to an open string.
    public mutating func append(_ text: StaticString) { put(text) }

    /// Closes a string.
    public mutating func endString() { put(0x22) }

    // MARK: Digits and escapes

    private mutating func putInt(_ value: Int) {
        reserve(20)
        if value < 0 { put(0x2D) }
        var rest = value.magnitude
        if rest < 10 {
            buffer[count] = 0x30 + UInt8(truncatingIfNeeded: rest)
            count += 1
            return
        }
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

    /// Copies bytes, escaping the few that JSON asks to: runs between them are copied whole.
    private mutating func escape(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { escape($0, range) }
    }

    private mutating func escape(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        precondition(range.upperBound <= source.count && range.lowerBound >= 0)
        // Every byte may become six: `\u001f`.
        reserve(range.count * 6)
        var target = buffer + count
        var position = range.lowerBound
        let raw = UnsafeRawBufferPointer(source)
        while position < range.upperBound {
            // Eight bytes at a time, as long as none of them needs an escape.
            if position + 8 <= range.upperBound {
                let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                if !Self.needsEscape(word) {
                    UnsafeMutableRawPointer(target).storeBytes(of: word, as: UInt64.self)
                    target += 8
                    position += 8
                    continue
                }
            }
            let byte = source[position]
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

    /// Whether one of eight bytes is a control character, a quote, a backslash or DEL.
    @inline(__always)
    private static func needsEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
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
