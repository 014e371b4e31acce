/// A text as a Swift string literal, cut where it is longer than `limit` characters.
func literal(_ bytes: [UInt8], limit: Int = 2000) -> String {
    var result = "\""
    var count = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        count += 1
        guard count <= limit else { return result + "\"…" }
        switch scalar {
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case "\r": result += "\\r"
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        default:
            // Marks and unseen characters would melt into their neighbours.
            let isSeen =
                !scalar.properties.isDefaultIgnorableCodePoint && scalar.value >= 0x20
                && scalar.properties.generalCategory != .format && scalar.properties.generalCategory != .control
                && (scalar == " " || !scalar.properties.isWhitespace)
            if isSeen {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
    }
    return result + "\""
}

/// Makes a failing input as short as it gets: whole lines go first, then characters.
struct Shrinker {
    /// How often the property may be tried.
    private var budget: Int
    private let fails: ([UInt8]) -> Bool

    init(budget: Int = 800, fails: @escaping ([UInt8]) -> Bool) {
        self.budget = budget
        self.fails = fails
    }

    /// The shortest input found that still fails.
    mutating func shrink(_ input: [UInt8]) -> [UInt8] {
        let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        var parts: [[UInt8]] = []
        for (index, line) in lines.enumerated() { parts.append(index + 1 < lines.count ? line + [0x0A] : line) }
        let fewer = reduce(parts.filter { !$0.isEmpty })
        let characters = fewer.flatMap {
            String(decoding: $0, as: UTF8.self).unicodeScalars.map { Array(String($0).utf8) }
        }
        return reduce(characters).flatMap(\.self)
    }

    private mutating func reduce(_ parts: [[UInt8]]) -> [[UInt8]] {
        var parts = parts
        var size = max(1, parts.count / 2)
        while budget > 0, !parts.isEmpty {
            var start = 0
            var didShrink = false
            while start < parts.count, budget > 0 {
                var rest = parts
                rest.removeSubrange(start..<min(start + size, parts.count))
                budget -= 1
                if fails(rest.flatMap(\.self)) {
                    parts = rest
                    didShrink = true
                } else {
                    start += size
                }
            }
            if size == 1, !didShrink { break }
            size = didShrink ? size : max(1, size / 2)
        }
        return parts
    }
}
