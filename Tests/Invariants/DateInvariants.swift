internal import ThaiText

/// Mentions stand in the text, in order and apart; their dates are real ones, or a warning says why there is none.
enum DateInvariants {
    private static let contexts = [
        DateContext(), DateContext(fiscalYear: 2566),
        DateContext(
            period: CivilDate(year: 2023, month: 10, day: 1).flatMap { start in
                CivilDate(year: 2024, month: 3, day: 31).map { start...$0 }
            }),
    ]
    private static let scanners = contexts.map { DateScanner(context: $0) }

    static func check(_ input: [UInt8]) throws(BrokenInvariant) {
        let text = UTF8Validation.replacingBrokenBytes(input).bytes
        for scanner in scanners {
            for range in [0..<text.count, text.anyWholePart] { try check(scanner, text, range) }
            // Bytes that are no text, and ranges that cut characters, give dates within the range all the same.
            for mention in scanner.scan(input, in: input.anyPart) {
                try require(
                    input.anyPart.lowerBound <= mention.range.lowerBound
                        && mention.range.upperBound <= input.anyPart.upperBound,
                    "\(mention) lies outside of \(input.anyPart)")
            }
        }
    }

    private static func check(
        _ scanner: DateScanner, _ text: [UInt8], _ range: Range<Int>
    ) throws(BrokenInvariant) {
        var end = range.lowerBound
        for mention in scanner.scan(text, in: range) {
            try text.requirePlace(mention.range, within: range, "\(mention)")
            try require(!mention.range.isEmpty, "\(mention) stands nowhere")
            try require(mention.range.lowerBound >= end, "\(mention) begins before the one before it ends")
            end = mention.range.upperBound
            try check(mention)
        }
    }

    private static func check(_ mention: DateMention) throws(BrokenInvariant) {
        try require(mention.hasValue || !mention.warnings.isEmpty, "\(mention) has neither a value nor a warning")
        for day in [mention.start, mention.end] {
            guard let day else { continue }
            try require(
                CivilDate(year: day.year, month: day.month, day: day.day) == day
                    && CivilDate(dayNumber: day.dayNumber) == day,
                "\(mention) has a day that is none")
        }
        if let start = mention.start, let end = mention.end {
            try require(start <= end, "\(mention) ends before it begins")
        }
        switch mention.kind {
        case .deadline: try require(mention.start == nil, "\(mention) is a deadline with a start")
        case .time: try require(mention.start == nil && mention.end == nil, "\(mention) is a time with a day")
        case .date:
            try require(mention.endTime != nil || mention.start == mention.end, "\(mention) is a day that is two")
        default: break
        }
        try require(
            mention.warnings.names.count == mention.warnings.rawValue.nonzeroBitCount,
            "\(mention) has a warning without a name")
    }
}
