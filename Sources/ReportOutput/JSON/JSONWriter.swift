public import ThaiText

/// Writes JSON into a buffer and hands the buffer on whenever it has grown large.
///
/// The order of keys is the order of the calls; nothing is sorted and nothing is looked up.
public struct JSONWriter {
    private var buffer: [UInt8] = []
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
        buffer.reserveCapacity(flushAt + 4096)
    }

    /// Hands on what is still in the buffer.
    public mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Hands the buffer on if it is large.
    public mutating func flushIfLarge() throws {
        if buffer.count >= flushAt { try flush() }
    }

    // MARK: Structure

    /// Opens an object, and closes it behind `body`.
    public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try nest(0x7B, 0x7D, body)
    }

    /// Opens an array, and closes it behind `body`.
    public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try nest(0x5B, 0x5D, body)
    }

    private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        buffer.append(open)
        needsComma = false
        depth += 1
        try body(&self)
        depth -= 1
        if needsComma { breakLine() }
        buffer.append(close)
        needsComma = true
    }

    /// Writes a key; the next call writes its value.
    public mutating func key(_ name: StaticString) {
        separate()
        buffer.append(0x22)
        name.withUTF8Buffer { buffer.append(contentsOf: $0) }
        buffer.append(0x22)
        buffer.append(0x3A)
        if indentation > 0 { buffer.append(0x20) }
        needsComma = false
    }

    /// Writes a key that comes from the report, such as the heading of a column.
    public mutating func key(bytes: [UInt8]) {
        separate()
        string(unseparated: bytes)
        buffer.append(0x3A)
        if indentation > 0 { buffer.append(0x20) }
        needsComma = false
    }

    private mutating func separate() {
        if needsComma {
            buffer.append(0x2C)
            breakLine()
        } else if depth > 0, buffer.last == 0x7B || buffer.last == 0x5B {
            breakLine()
        }
        needsComma = true
    }

    private mutating func breakLine() {
        guard indentation > 0 else { return }
        buffer.append(0x0A)
        for _ in 0..<depth * indentation { buffer.append(0x20) }
    }

    /// Ends a line of JSON Lines.
    public mutating func endLine() {
        buffer.append(0x0A)
        needsComma = false
    }

    // MARK: Values

    /// Writes `null`.
    public mutating func null() { literal("null") }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

    /// Writes a whole number.
    public mutating func int(_ value: Int) {
        separate()
        appendInt(value)
    }

    /// Writes a decimal exactly as it is.
    public mutating func decimal(_ value: ExactDecimal) {
        separate()
        buffer.append(contentsOf: value.description.utf8)
    }

    /// Writes a number from 0 to 1 with two decimals.
    public mutating func share(_ value: Double) {
        separate()
        let hundredths = Int(min(max(value, 0), 1) * 100 + 0.5)
        appendInt(hundredths / 100)
        guard hundredths % 100 != 0 else { return }
        buffer.append(0x2E)
        buffer.append(0x30 + UInt8(hundredths % 100 / 10))
        if hundredths % 10 != 0 { buffer.append(0x30 + UInt8(hundredths % 10)) }
    }

    /// Writes a string.
    public mutating func string(_ value: String) {
        separate()
        string(unseparated: Array(value.utf8))
    }

    /// Writes a string of valid UTF-8.
    public mutating func string(bytes: [UInt8]) {
        separate()
        string(unseparated: bytes)
    }

    /// Writes a string, or `null`.
    public mutating func string(_ value: String?) {
        if let value { string(value) } else { null() }
    }

    /// Writes a day as `YYYY-MM-DD`, or `null`.
    public mutating func date(_ value: CivilDate?) {
        guard let value else { return null() }
        separate()
        buffer.append(0x22)
        value.write(to: &buffer)
        buffer.append(0x22)
    }

    private mutating func literal(_ text: StaticString) {
        separate()
        text.withUTF8Buffer { buffer.append(contentsOf: $0) }
    }

    private mutating func appendInt(_ value: Int) {
        if value < 0 { buffer.append(0x2D) }
        var rest = value.magnitude
        var divisor: UInt = 1
        while rest / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            buffer.append(0x30 + UInt8(rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }

    private mutating func string(unseparated bytes: [UInt8]) {
        buffer.append(0x22)
        escape(bytes, 0..<bytes.count)
        buffer.append(0x22)
    }

    /// Opens a string whose parts follow by ``append(_:of:)``.
    public mutating func beginString() {
        separate()
        buffer.append(0x22)
    }

    /// Adds a part of an open string.
    public mutating func append(_ range: Range<Int>, of bytes: [UInt8]) { escape(bytes, range) }

    /// Closes a string.
    public mutating func endString() { buffer.append(0x22) }

    /// Copies bytes, escaping the few that JSON asks to: runs between them are copied whole.
    private mutating func escape(_ bytes: [UInt8], _ range: Range<Int>) {
        var start = range.lowerBound
        var position = start
        while position < range.upperBound {
            let byte = bytes[position]
            if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F {
                position += 1
                continue
            }
            buffer.append(contentsOf: bytes[start..<position])
            switch byte {
            case 0x22: buffer.append(contentsOf: [0x5C, 0x22])
            case 0x5C: buffer.append(contentsOf: [0x5C, 0x5C])
            case 0x0A: buffer.append(contentsOf: [0x5C, 0x6E])
            case 0x0D: buffer.append(contentsOf: [0x5C, 0x72])
            case 0x09: buffer.append(contentsOf: [0x5C, 0x74])
            default:
                buffer.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, Self.figure(byte >> 4), Self.figure(byte & 0x0F)])
            }
            position += 1
            start = position
        }
        buffer.append(contentsOf: bytes[start..<range.upperBound])
    }

    private static func figure(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
