internal import ReportParser

/// Writes HTML into a buffer and hands the buffer on whenever it has grown large.
///
/// Markup is what the program itself holds, and only a `StaticString` or an asset is taken for it. Whatever comes from
/// a report goes through ``text(_:)`` or ``value(_:)``, the one place where it is escaped.
struct HTMLWriter: ~Copyable {
    /// Takes what was written; the bytes are valid for the time of the call.
    typealias Sink = (UnsafeBufferPointer<UInt8>) throws -> Void

    private var buffer: [UInt8] = []
    private let sink: Sink
    /// The language that a page shows first.
    let language: ReviewLanguage

    private static let flushAt = 1 << 16

    init(language: ReviewLanguage, to sink: @escaping Sink) {
        self.language = language
        self.sink = sink
        buffer.reserveCapacity(Self.flushAt * 2)
    }

    /// Hands on what is still in the buffer.
    mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        try buffer.withUnsafeBufferPointer(sink)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Hands the buffer on if it is large.
    mutating func flushIfLarge() throws {
        if buffer.count >= Self.flushAt { try flush() }
    }

    /// Writes markup of the program's own.
    mutating func markup(_ markup: StaticString) {
        buffer.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Writes a style sheet or a script of the program's own.
    mutating func asset(_ asset: ReviewAsset) { buffer.append(contentsOf: asset.bytes) }

    /// Writes a whole number.
    mutating func number(_ number: Int) { buffer.append(contentsOf: String(number).utf8) }

    /// Writes a string as text.
    mutating func text(_ string: String) {
        var string = string
        string.withUTF8 { escape($0, isValue: false) }
    }

    /// Writes UTF-8 as text.
    mutating func text(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { escape($0, isValue: false) } }

    /// Writes a string within the quotes of an attribute.
    mutating func value(_ string: String) {
        var string = string
        string.withUTF8 { escape($0, isValue: true) }
    }

    /// Writes a path below the folder of the pages within the quotes of `href`: no byte of it means anything to a URL.
    mutating func path(_ path: String) {
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: buffer.append(byte)
            default:
                buffer.append(0x25)
                buffer.append(Self.figure(byte >> 4))
                buffer.append(Self.figure(byte & 15))
            }
        }
    }

    private static func figure(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    // MARK: Escapes

    private mutating func escape(_ source: UnsafeBufferPointer<UInt8>, isValue: Bool) {
        var position = 0
        var run = 0
        while position < source.count {
            let byte = source[position]
            let length = Self.lengthOfSpecial(byte, at: position, in: source)
            guard length > 0 else {
                position += 1
                continue
            }
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: source[run..<position]))
            switch byte {
            case 0x26: markup("&amp;")
            case 0x3C: markup("&lt;")
            case 0x3E: markup("&gt;")
            case 0x22: markup("&quot;")
            case 0x27: markup("&#39;")
            default:
                let scalar = String(decoding: source[position..<position + length], as: UTF8.self).unicodeScalars.first
                sign(scalar?.value ?? 0xFFFD, isValue: isValue)
            }
            position += length
            run = position
        }
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: source[run..<source.count]))
    }

    /// The bytes of a character that may not stand on a page as it is, which begins with `byte`; 0 for any other.
    ///
    /// These are the signs of HTML, controls, and what turns the direction of a line or hides in it.
    @inline(__always)
    private static func lengthOfSpecial(_ byte: UInt8, at position: Int, in source: UnsafeBufferPointer<UInt8>) -> Int {
        if byte < 0x80 {
            switch byte {
            case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F: return 1
            case 0x09, 0x0A: return 0
            default: return byte < 0x20 ? 1 : 0
            }
        }
        guard byte == 0xE2 || byte == 0xC2 || byte == 0xD8 || byte == 0xEF || byte == 0xF3 else { return 0 }
        let second = position + 1 < source.count ? source[position + 1] : 0
        let third = position + 2 < source.count ? source[position + 2] : 0
        switch (byte, second, third) {
        // C1 controls, and the soft hyphen.
        case (0xC2, 0x80...0x9F, _), (0xC2, 0xAD, _): return 2
        // The Arabic letter mark.
        case (0xD8, 0x9C, _): return 2
        // Marks of direction, ends of lines and paragraphs, embeddings and isolates, invisible operators.
        case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA0...0xAF): return 3
        // The byte order mark, annotations, and what is no character.
        case (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xB9...0xBB), (0xEF, 0xBF, 0xBE...0xBF): return 3
        // Letters that only programs see.
        case (0xF3, 0xA0, 0x80...0x81): return position + 3 < source.count ? 4 : 0
        default: return 0
        }
    }

    /// Writes the number of a character that is not to act on the page.
    private mutating func sign(_ scalar: UInt32, isValue: Bool) {
        if !isValue { markup("<span class=\"ctl\">") }
        let figures = String(scalar, radix: 16, uppercase: true)
        buffer.append(contentsOf: "U+\(String(repeating: "0", count: max(0, 4 - figures.count)))\(figures)".utf8)
        if !isValue { markup("</span>") }
    }
}
