/// Writes JSON into a buffer and hands the buffer on whenever it has grown large.
///
/// The order of keys is the order of the calls; nothing is sorted and nothing is looked up. A record costs some fifty
/// keys, so each is one run of bytes that the compiler knows, copied in place into memory that is known to be large
/// enough: what is written on one line takes that way, what is indented for readers the longer one.
public struct JSONWriter: ~Copyable {
    /// Takes what was written; the bytes are valid for the time of the call.
    public typealias Sink = (UnsafeBufferPointer<UInt8>) throws -> Void

    var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    var count = 0
    private var needsComma = false
    private let sink: Sink
    /// Spaces of indentation a level; 0 writes all on one line.
    let indentation: Int
    private var depth = 0
    private let flushAt: Int
    /// The figures of the last number of five figures and more, but for its last four: spans of one record share them.
    var lastThousands = LastThousands()
    /// The line of the text that was looked up last: records stand in the order of their lines.
    var lastLine = 1
    /// Whether boxes on pages stand in the place of spans.
    var writesBoxes = false

    /// A writer that gives its output to `sink`, some 64 KiB at a time.
    public init(indentation: Int = 0, flushAt: Int = 1 << 16, to sink: @escaping Sink) {
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
        try sink(UnsafeBufferPointer(start: buffer, count: count))
        count = 0
    }

    /// Hands the buffer on if it is large.
    public mutating func flushIfLarge() throws {
        if count >= flushAt { try flush() }
    }

    // MARK: Memory

    /// Makes room for `more` bytes.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        next.update(from: buffer, count: count)
        buffer.deallocate()
        buffer = next
        capacity = larger
    }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        reserve(1)
        buffer[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func put(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        (buffer + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    /// The bytes of what `body` writes.
    public static func bytes(indentation: Int = 0, _ body: (inout JSONWriter) throws -> Void) -> [UInt8] {
        let collector = ByteCollector()
        var json = JSONWriter(indentation: indentation) { collector.bytes.append(contentsOf: $0) }
        // A sink that cannot fail: there is nothing to throw.
        try? body(&json)
        try? json.flush()
        return collector.bytes
    }

    // MARK: Structure

    /// Opens an object.
    @inline(__always)
    public mutating func beginObject() { open(0x7B) }

    /// Closes the object opened last.
    @inline(__always)
    public mutating func endObject() { close(0x7D) }

    /// Opens an array.
    @inline(__always)
    public mutating func beginArray() { open(0x5B) }

    /// Closes the array opened last.
    @inline(__always)
    public mutating func endArray() { close(0x5D) }

    @inline(__always)
    private mutating func open(_ bracket: UInt8) {
        separate()
        put(bracket)
        needsComma = false
        depth += 1
    }

    @inline(__always)
    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if indentation > 0, needsComma { breakLine() }
        put(bracket)
        needsComma = true
    }

    /// Writes a key; the next call writes its value.
    @inline(__always)
    public mutating func key(_ name: StaticString) {
        guard indentation == 0 else { return keyOnLine(name) }
        let length = name.utf8CodeUnitCount
        reserve(length + 4)
        var target = buffer + count
        count += length + (needsComma ? 4 : 3)
        target[0] = 0x2C
        if needsComma { target += 1 }
        target[0] = 0x22
        (target + 1).update(from: name.utf8Start, count: length)
        target[length + 1] = 0x22
        target[length + 2] = 0x3A
        needsComma = false
    }

    /// Writes a key on a line of its own.
    private mutating func keyOnLine(_ name: StaticString) {
        separate()
        put(0x22)
        put(name)
        put(0x22)
        put(0x3A)
        put(0x20)
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

    /// Parts a value from the one before it.
    @inline(__always)
    mutating func separate() {
        guard indentation == 0 else { return separateLines() }
        if needsComma { put(0x2C) }
        needsComma = true
    }

    private mutating func separateLines() {
        if needsComma {
            put(0x2C)
            breakLine()
        } else if depth > 0, count > 0, buffer[count - 1] == 0x7B || buffer[count - 1] == 0x5B {
            breakLine()
        }
        needsComma = true
    }

    private mutating func breakLine() {
        put(0x0A)
        for _ in 0..<depth * indentation { put(0x20) }
    }

    /// Ends a line of JSON Lines.
    public mutating func endLine() {
        put(0x0A)
        needsComma = false
    }

    // MARK: Values that are known

    /// Writes `null`.
    @inline(__always)
    public mutating func null() {
        separate()
        put("null")
    }

    /// Writes a key and an empty array.
    @inline(__always)
    public mutating func emptyArray(_ name: StaticString) {
        key(name)
        put("[]")
        needsComma = true
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) {
        separate()
        put(value ? "true" : "false")
    }

    /// Writes a string of the program's own, which needs no escapes.
    @inline(__always)
    public mutating func string(_ value: StaticString) {
        separate()
        put(0x22)
        put(value)
        put(0x22)
    }
}

/// What a writer that writes to memory has written.
private final class ByteCollector {
    var bytes: [UInt8] = []
}
