internal import ThaiText

/// Repaired text is UTF-8, all that was not changed is as it was, and the ways there and back keep to characters.
enum RepairInvariants {
    static func check(_ text: [UInt8]) throws(BrokenInvariant) {
        var repair = TextRepair()
        let repaired = repair.repair(text)
        try check(repaired, of: text)
        try check(TextRepair.repairCharacters(of: text), of: text)
        try check(TextRepair.repairCharacters(of: text, keepsColumns: true), of: text)
        // What it found out about other texts says nothing about this one.
        _ = repair.repair(repaired.bytes)
        try require(repair.repair(text).bytes == repaired.bytes, "repair depends on what came before")
    }

    private static func check(_ repaired: RepairedText, of text: [UInt8]) throws(BrokenInvariant) {
        let bytes = repaired.bytes
        try require(UTF8Validation.isValid(bytes), "the repaired text is no UTF-8")
        try require(repaired.source == text, "the text is not kept as it was")
        try require(!repaired.isUnchanged || bytes == text, "a text without changes has changed")
        try checkStretches(of: repaired)
        var (source, end) = (0, 0)
        for repair in repaired.repairs {
            try text.requirePlace(repair.source, within: source..<text.count, "the source of \(repair)")
            try bytes.requirePlace(repair.range, within: end..<bytes.count, "\(repair)")
            try require(!repair.source.isEmpty, "\(repair) mends nothing")
            (source, end) = (repair.source.upperBound, repair.range.upperBound)
        }
        try require(
            repaired.repairs(within: 0..<bytes.count) == repaired.repairs, "not all repairs lie within the text")
        let part = bytes.anyWholePart
        for repair in repaired.repairs(within: part) {
            try bytes.requirePlace(repair.range, within: part, "\(repair)")
        }
        try checkPlaces(repaired)
    }

    /// What lies between the repairs is the same in both texts, but for spaces that keep columns in their place.
    private static func checkStretches(of repaired: RepairedText) throws(BrokenInvariant) {
        let (text, bytes) = (repaired.source, repaired.bytes)
        var (source, end) = (0, 0)
        let repairs = repaired.repairs
        for index in 0...repairs.count {
            let there = source..<(index < repairs.count ? repairs[index].source.lowerBound : text.count)
            let here = end..<(index < repairs.count ? repairs[index].range.lowerBound : bytes.count)
            let isSame = text[there] == bytes[here]
            let isPadded = !isSame && text[there].filter { $0 != 0x20 } == bytes[here].filter { $0 != 0x20 }
            try require(isSame || isPadded, "what stands unchanged at \(here) is not what stood at \(there)")
            guard index < repairs.count else { break }
            (source, end) = (repairs[index].source.upperBound, repairs[index].range.upperBound)
        }
    }

    /// The ways from one text to the other lead forwards, from end to end, and to characters.
    private static func checkPlaces(_ repaired: RepairedText) throws(BrokenInvariant) {
        let (text, bytes) = (repaired.source, repaired.bytes)
        var last = 0
        for offset in 0...bytes.count where bytes.isCharacterBoundary(offset) {
            let place = repaired.sourceOffset(of: offset)
            try text.requirePlace(place..<place, within: last..<text.count, "the source of \(offset)")
            last = place
        }
        try require(last == text.count, "the end comes from \(last)")
        last = 0
        for offset in 0...text.count where text.isCharacterBoundary(offset) {
            let place = repaired.offset(ofSource: offset)
            try bytes.requirePlace(place..<place, within: last..<bytes.count, "what stood at \(offset)")
            last = place
        }
        let part = bytes.anyWholePart
        try text.requirePlace(repaired.sourceRange(of: part), within: 0..<text.count, "the source of \(part)")
    }
}
