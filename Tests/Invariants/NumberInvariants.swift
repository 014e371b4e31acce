internal import ThaiText

/// Numbers stand in the text, in order and apart, and what they say can be written down and read again.
enum NumberInvariants {
    private static let scanner = NumberScanner()

    static func check(_ input: [UInt8]) throws(BrokenInvariant) {
        let text = UTF8Validation.replacingBrokenBytes(input).bytes
        for range in [0..<text.count, text.anyWholePart] {
            try check(scanner.scan(text, in: range), text, range)
            for hint in NumberScanner.Hint.allCases { try check(scanner.read(text, as: hint, in: range), text, range) }
            for value in [text.decimal(in: range), text.money(in: range)] {
                if let value { try check(value) }
            }
        }
        // A range that cuts characters is read without these.
        try check(scanner.scan(text, in: text.anyPart), text, text.anyPart)
    }

    private static func check(
        _ mentions: [NumberMention], _ text: [UInt8], _ range: Range<Int>
    ) throws(BrokenInvariant) {
        var end = range.lowerBound
        for mention in mentions {
            try text.requirePlace(mention.range, within: range, "\(mention)")
            try require(!mention.range.isEmpty, "\(mention) stands nowhere")
            try require(mention.range.lowerBound >= end, "\(mention) begins before the one before it ends")
            end = mention.range.upperBound
            switch mention.value {
            case .number(let number): try check(number)
            case .range(let low, let high):
                try check(low)
                try check(high)
                try require(low <= high, "\(mention) ends below its beginning")
            case .outline(let number):
                try require(!number.parts.isEmpty && !number.text.isEmpty, "\(mention) has no parts")
            case .code(let code):
                try require(ItemCode(kind: code.kind, number: code.number) == code, "\(mention) is a code that is none")
            }
            if case .integer = mention.kind {
                try require(mention.number?.isWhole == true, "\(mention) is an integer with a fraction")
            }
        }
    }

    private static func check(_ number: ExactDecimal) throws(BrokenInvariant) {
        try require(ExactDecimal(number.description) == number, "\(number) reads as another number than it is")
    }
}
