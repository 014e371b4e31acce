internal import ThaiText

/// Repaired text is UTF-8, all that no repair names is as it was, and the way back leads into the text.
enum RepairInvariants {
    static func check(_ text: [UInt8]) throws(BrokenInvariant) {
        var repair = TextRepair()
        try check(repair.repair(text), of: text)
        try check(TextRepair.repairCharacters(of: text), of: text)
        // What it found out about other texts says nothing about this one.
        var other = TextRepair()
        try require(repair.repair(text).bytes == other.repair(text).bytes, "repair depends on what came before")
    }

    private static func check(_ repaired: RepairedText, of text: [UInt8]) throws(BrokenInvariant) {
        let bytes = repaired.bytes
        try require(UTF8Validation.isValid(bytes), "the repaired text is no UTF-8")
        var (source, end) = (0, 0)
        for repair in repaired.repairs {
            try text.requirePlace(repair.source, within: source..<text.count, "the source of \(repair)")
            try bytes.requirePlace(repair.range, within: end..<bytes.count, "\(repair)")
            try require(!repair.source.isEmpty, "\(repair) mends nothing")
            try require(
                text[source..<repair.source.lowerBound] == bytes[end..<repair.range.lowerBound],
                "the text before \(repair) has changed")
            (source, end) = (repair.source.upperBound, repair.range.upperBound)
        }
        try require(text[source...] == bytes[end...], "the text behind the last repair has changed")
        try checkPlaces(repaired, of: text)
    }

    /// The way back leads into the text, forwards, and over all of what is not mended to the same bytes.
    private static func checkPlaces(_ repaired: RepairedText, of text: [UInt8]) throws(BrokenInvariant) {
        let bytes = repaired.bytes
        var start = 0
        var before = 0..<0
        while start < bytes.count {
            let end = start + bytes.characterLength(at: start)
            let source = repaired.source(of: start..<end)
            try text.requirePlace(source, within: 0..<text.count, "the source of \(start)..<\(end)")
            try require(
                before.lowerBound <= source.lowerBound && before.upperBound <= source.upperBound,
                "the source of \(start)..<\(end) stands before that of the character before it")
            let fromStart = repaired.source(of: 0..<end)
            try require(
                fromStart.lowerBound >= 0 && fromStart.upperBound == source.upperBound,
                "the source of 0..<\(end) ends elsewhere than that of \(start)..<\(end)")
            before = source
            start = end
        }
        let part = bytes.anyWholePart
        try text.requirePlace(repaired.source(of: part), within: 0..<text.count, "the source of \(part)")
    }
}
