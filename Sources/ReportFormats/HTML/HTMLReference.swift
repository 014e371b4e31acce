internal import CXML

/// A character reference (`&amp;`, `&#3585;`, `&#x0E01;`, `&check;`) and the text that browsers show for it.
struct HTMLReference {
    let start: Int
    let end: Int
    /// The text; `nil` where libxml2 knows the name.
    let text: String?

    /// What numbers from 128 to 159 mean: pages mean the signs of Windows by them, and browsers show those.
    private static let windows: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
        0x17E, 0x178,
    ]

    /// Names of HTML 5 that HTML 4, and so libxml2, lacks, as far as reports use their signs.
    private static let named: [String: String] = [
        "apos": "'", "check": "✓", "checkmark": "✓", "cross": "✗", "square": "□", "squ": "□", "blacksquare": "▪",
        "squf": "▪", "star": "☆", "starf": "★", "bigstar": "★", "phone": "☎", "comma": ",", "period": ".",
        "colon": ":", "semi": ";", "lpar": "(", "rpar": ")", "sol": "/", "bsol": "\\", "percnt": "%", "num": "#",
        "plus": "+", "equals": "=", "lowbar": "_", "hyphen": "‐", "dash": "‐", "ast": "*", "quest": "?", "excl": "!",
        "commat": "@", "dollar": "$", "Tab": " ", "NewLine": " ", "lbrack": "[", "rbrack": "]", "lsqb": "[",
        "rsqb": "]", "lcub": "{", "rcub": "}", "verbar": "|", "vert": "|", "grave": "`", "numero": "№",
        "rarr": "→", "larr": "←", "half": "½", "ThinSpace": " ", "NonBreakingSpace": " ", "ZeroWidthSpace": "",
        "bullet": "•", "mldr": "…", "horbar": "―", "cir": "○", "utri": "▵", "blk14": "░", "target": "⌖",
        "AMP": "&", "LT": "<", "GT": ">", "QUOT": "\"", "COPY": "©", "REG": "®",
    ]

    /// Names that browsers also know without the semicolon.
    private static let open: Set<String> = [
        "nbsp", "amp", "lt", "gt", "quot", "copy", "reg", "laquo", "raquo", "middot", "times", "deg", "shy",
    ]

    /// The reference that the `&` at `start` begins; `nil` where it is only a sign.
    init?(_ source: [UInt8], at start: Int) {
        self.start = start
        var cursor = start + 1
        guard cursor < source.count else { return nil }
        if source[cursor] == 0x23 {
            cursor += 1
            let isHexadecimal = cursor < source.count && source[cursor] | 0x20 == 0x78
            if isHexadecimal { cursor += 1 }
            let digits = cursor
            var value: UInt32 = 0
            while cursor < source.count, let digit = Self.digit(source[cursor], isHexadecimal: isHexadecimal) {
                value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
                cursor += 1
            }
            guard cursor > digits else { return nil }
            if cursor < source.count, source[cursor] == 0x3B { cursor += 1 }
            end = cursor
            text = String(Self.scalar(value))
            return
        }
        while cursor < source.count, cursor - start <= 32, source.hasLetter(at: cursor) || source[cursor] &- 0x30 < 10 {
            cursor += 1
        }
        let name = String(decoding: source[start + 1..<cursor], as: UTF8.self)
        guard cursor < source.count, source[cursor] == 0x3B else {
            guard let known = Self.open.first(where: { $0 == name }), let text = Self.scalar(named: known) else {
                return nil
            }
            end = cursor
            self.text = text
            return
        }
        end = cursor + 1
        if let text = Self.named[name] {
            self.text = text
        } else {
            guard htmlEntityLookup(name) != nil else { return nil }
            text = nil
        }
    }

    private static func scalar(named name: String) -> String? {
        guard let entry = htmlEntityLookup(name) else { return nil }
        return Unicode.Scalar(entry.pointee.value).map { String($0) }
    }

    private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
        if byte &- 0x30 < 10 { return UInt32(byte - 0x30) }
        guard isHexadecimal, (byte | 0x20) &- 0x61 < 6 else { return nil }
        return UInt32((byte | 0x20) - 0x61 + 10)
    }

    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        let value = (0x80...0x9F).contains(value) ? windows[Int(value - 0x80)] : value
        // Control characters and what is no character.
        guard value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D, value != 0xFFFE, value != 0xFFFF,
            let scalar = Unicode.Scalar(value)
        else { return "\u{FFFD}" }
        return scalar
    }
}
