internal import CICU

/// What kept ICU from doing its work.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
    /// ICU's error code, above 0.
    public let code: Int32

    /// ICU's name of the error, such as `U_FILE_ACCESS_ERROR`.
    public var description: String { String(cString: icu_error_name(code)) }
}

/// Finds the words of Thai text with ICU's dictionary.
///
/// One breaker serves one task at a time: it keeps ICU's iterator and its buffers between calls.
public struct WordBreaker: ~Copyable {
    private let handle: OpaquePointer
    private var units: [UInt16] = []

    /// Opens ICU's Thai word iterator.
    ///
    /// - Throws: ``ICUError`` where ICU's data cannot be read.
    public init() throws(ICUError) {
        var status: Int32 = 0
        guard let handle = icu_breaker_open(Int32(ICU_BREAK_WORDS.rawValue), "th", &status) else {
            throw ICUError(code: status)
        }
        self.handle = handle
    }

    deinit { icu_breaker_close(handle) }

    /// Whether a word ends where `left` and `right` meet, when they are written together.
    ///
    /// Both are ranges of valid UTF-8 in `text`. A failure of ICU counts as a word's end: what cannot be judged stays.
    public mutating func isBoundary(between left: Range<Int>, and right: Range<Int>, in text: [UInt8]) -> Bool {
        units.removeAll(keepingCapacity: true)
        append(text, left)
        let seam = units.count
        append(text, right)
        var status: Int32 = 0
        let count = Int32(clamping: units.count)
        return units.withUnsafeBufferPointer { buffer in
            icu_breaker_set_text(handle, buffer.baseAddress, count, &status)
            return status > 0 || icu_breaker_is_boundary(handle, Int32(clamping: seam)) == 1
        }
    }

    /// How many segments ICU finds in `range`: the plain cost of its word breaking, for comparison.
    public mutating func countSegments(in text: [UInt8], range: Range<Int>) -> Int {
        units.removeAll(keepingCapacity: true)
        append(text, range)
        var ends: [512 of Int32] = .init(repeating: 0)
        var status: Int32 = 0
        var total = 0
        let count = Int32(clamping: units.count)
        units.withUnsafeBufferPointer { buffer in
            icu_breaker_set_text(handle, buffer.baseAddress, count, &status)
            guard status <= 0 else { return }
            withUnsafeMutablePointer(to: &ends) { pointer in
                pointer.withMemoryRebound(to: Int32.self, capacity: 512) { output in
                    var found: Int32
                    repeat {
                        found = icu_breaker_next(handle, output, 512)
                        total += Int(found)
                    } while found == 512
                }
            }
        }
        return total
    }

    private mutating func append(_ text: [UInt8], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if byte < 0x80 {
                units.append(UInt16(byte))
                index += 1
            } else if byte < 0xE0 {
                units.append(UInt16(byte & 0x1F) << 6 | UInt16(text[index + 1] & 0x3F))
                index += 2
            } else if byte < 0xF0 {
                units.append(
                    UInt16(byte & 0x0F) << 12 | UInt16(text[index + 1] & 0x3F) << 6 | UInt16(text[index + 2] & 0x3F))
                index += 3
            } else {
                let high = UInt32(byte & 0x07) << 18 | UInt32(text[index + 1] & 0x3F) << 12
                let scalar = high | UInt32(text[index + 2] & 0x3F) << 6 | UInt32(text[index + 3] & 0x3F)
                let offset = scalar &- 0x10000
                units.append(UInt16(truncatingIfNeeded: 0xD800 + (offset >> 10)))
                units.append(UInt16(truncatingIfNeeded: 0xDC00 + (offset & 0x3FF)))
                index += 4
            }
        }
    }
}
