internal import CICU

/// A text decoded to UTF-8, and the encoding that it came in.
public struct DecodedText: Sendable {
    /// The encodings that are told apart by evidence.
    public enum Encoding: String, Sendable {
        /// UTF-8, with or without a byte order mark.
        case utf8 = "utf-8"
        /// UTF-16, low byte first.
        case utf16LittleEndian = "utf-16le"
        /// UTF-16, high byte first.
        case utf16BigEndian = "utf-16be"
        /// Windows-874, which holds TIS-620.
        case windows874 = "windows-874"
    }

    /// Why bytes could not be decoded.
    public enum Failure: Error, Sendable, Hashable {
        /// Bytes that are no text in a known encoding; the offset of the first that is not UTF-8.
        case unknownEncoding(offset: Int)
        /// More than the 4 GiB that spans can address.
        case tooLarge
        /// ICU could not convert the text; its error name.
        case converter(String)
    }

    /// The text: valid UTF-8 without a byte order mark.
    public let bytes: [UInt8]
    /// The encoding of the source.
    public let encoding: Encoding
    /// How many characters were put in for bytes without a meaning (U+FFFD).
    public let replacements: Int
    /// Where the first of them stands in ``bytes``.
    public let firstReplacement: Int?

    /// Decodes a file's bytes.
    ///
    /// A byte order mark decides; then valid UTF-8; then NUL bytes at every other place for UTF-16; then the share of
    /// Thai letters that the bytes would be in Windows-874. UTF-8 with a few broken bytes among Thai text keeps what can
    /// be read.
    ///
    /// - Throws: ``Failure`` where no encoding fits.
    public init(decoding source: [UInt8]) throws(Failure) {
        guard source.count < Int(UInt32.max) else { throw .tooLarge }
        if source.starts(with: [0xFF, 0xFE]) {
            self.init(utf16: source.dropFirst(2), isBigEndian: false)
        } else if source.starts(with: [0xFE, 0xFF]) {
            self.init(utf16: source.dropFirst(2), isBigEndian: true)
        } else if source.starts(with: [0xEF, 0xBB, 0xBF]) {
            self.init(utf8: Array(source.dropFirst(3)))
        } else if UTF8Validation.isValid(source), !Self.looksUTF16(source) {
            self.init(source, .utf8, replacements: 0, first: nil)
        } else if Self.looksUTF16(source) {
            let zeros = Self.zeros(source)
            self.init(utf16: source[...], isBigEndian: zeros.even > zeros.odd)
        } else {
            try self.init(guessing: source)
        }
    }

    private init(utf8 source: [UInt8]) {
        let repaired = UTF8Validation.replacingBrokenBytes(source)
        self.init(repaired.bytes, .utf8, replacements: repaired.replacements, first: repaired.first)
    }

    private init(_ bytes: [UInt8], _ encoding: Encoding, replacements: Int, first: Int?) {
        self.bytes = bytes
        self.encoding = encoding
        self.replacements = replacements
        firstReplacement = first
    }

    private init(utf16 source: ArraySlice<UInt8>, isBigEndian: Bool) {
        var units: [UInt16] = []
        units.reserveCapacity(source.count / 2 + 1)
        var index = source.startIndex
        while index + 1 < source.endIndex {
            let pair = (UInt16(source[index]), UInt16(source[index + 1]))
            units.append(isBigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0)
            index += 2
        }
        // Half a unit at the end is a broken file, not a character.
        if index < source.endIndex { units.append(0xFFFD) }
        let decoded = Array(String(decoding: units, as: UTF16.self).utf8)
        let count = UTF8Validation.countReplacements(decoded)
        self.init(
            decoded, isBigEndian ? .utf16BigEndian : .utf16LittleEndian, replacements: count.replacements,
            first: count.first)
    }

    private init(guessing source: [UInt8]) throws(Failure) {
        let broken = UTF8Validation.firstBroken(source) ?? 0
        let evidence = ByteEvidence(source)
        if evidence.utf8Characters > evidence.brokenBytes * 4 {
            self.init(utf8: source)
            return
        }
        guard evidence.looksWindows874 else { throw .unknownEncoding(offset: broken) }
        let converted = try Self.convert(source, from: "windows-874")
        let count = UTF8Validation.countReplacements(converted)
        self.init(converted, .windows874, replacements: count.replacements, first: count.first)
    }

    private static func zeros(_ source: [UInt8]) -> (even: Int, odd: Int) {
        var even = 0
        var odd = 0
        for index in 0..<min(source.count, 4096) where source[index] == 0 || source[index] == 0x0E {
            if index & 1 == 0 { even += 1 } else { odd += 1 }
        }
        return (even, odd)
    }

    /// UTF-16 without a mark: every other byte of Latin text is 0, of Thai text 0x0E.
    private static func looksUTF16(_ source: [UInt8]) -> Bool {
        let looked = min(source.count, 4096)
        guard looked >= 8 else { return false }
        let (even, odd) = zeros(source)
        return max(even, odd) * 2 > looked * 7 / 10 && min(even, odd) * 10 < looked
    }

    private static func convert(_ source: [UInt8], from charset: String) throws(Failure) -> [UInt8] {
        var status: Int32 = 0
        var result = [UInt8](repeating: 0, count: source.count * 3)
        let written = source.withUnsafeBytes { input in
            result.withUnsafeMutableBytes { output in
                icu_decode(
                    charset, input.bindMemory(to: CChar.self).baseAddress, Int32(clamping: input.count),
                    output.bindMemory(to: CChar.self).baseAddress, Int32(clamping: output.count), &status)
            }
        }
        guard status <= 0 else { throw .converter(String(cString: icu_error_name(status))) }
        result.removeLast(result.count - Int(written))
        return result
    }
}

/// What the bytes of a text look like that is not valid UTF-8.
private struct ByteEvidence {
    /// Characters of two or more bytes that are valid UTF-8, and bytes that belong to none.
    var utf8Characters = 0
    var brokenBytes = 0
    /// Bytes that are Thai letters, other assigned characters, and unassigned ones in Windows-874.
    private var thai = 0
    private var unassigned = 0
    private var controls = 0
    private let count: Int

    init(_ source: [UInt8]) {
        count = source.count
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0C, byte != 0x0D { controls += 1 }
            if byte >= 0x80 {
                switch byte {
                case 0xA1...0xDA, 0xDF...0xFB: thai += 1
                case 0x80, 0x85, 0x91...0x97, 0xA0: break
                default: unassigned += 1
                }
            }
            let length = UTF8Validation.characterLength(source, at: index)
            if length > 1 {
                utf8Characters += 1
                for inner in 1..<length where (0xA1...0xFB).contains(source[index + inner]) { thai += 1 }
            } else if length == 0 {
                brokenBytes += 1
            }
            index += max(length, 1)
        }
    }

    /// Mostly Thai letters above ASCII, and no more control bytes than a text has.
    var looksWindows874: Bool {
        thai > 0 && unassigned * 20 <= thai && controls * 100 <= count
    }
}
