internal import ThaiText

/// Segments cover the text without gaps and cut no character.
enum WordInvariants {
    static func check(_ text: [UInt8]) throws(BrokenInvariant) {
        for unit in [WordSegmenter.Unit.words, .lines] {
            guard var segmenter = try? WordSegmenter(unit) else {
                throw BrokenInvariant(description: "ICU's iterator cannot be opened")
            }
            let part = text.anyWholePart
            let fresh = segmenter.segments(of: text, in: part)
            try check(fresh, of: text, part)
            try check(segmenter.segments(of: text), of: text, 0..<text.count)
            try require(
                segmenter.countSegments(of: text, in: part) == fresh.count,
                "\(unit): the count depends on what came before")
        }
    }

    private static func check(
        _ segments: [Range<Int>], of text: [UInt8], _ range: Range<Int>
    ) throws(BrokenInvariant) {
        var end = range.lowerBound
        for segment in segments {
            try text.requirePlace(segment, within: range, "a segment")
            try require(!segment.isEmpty, "the segment at \(segment) is empty")
            try require(segment.lowerBound == end, "\(segment) does not begin at \(end)")
            end = segment.upperBound
        }
        try require(end == range.upperBound, "the segments of \(range) end at \(end)")
    }
}
