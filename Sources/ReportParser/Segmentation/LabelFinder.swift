internal import ThaiText

/// Finds labelled fields in lines of text: `ผู้รับผิดชอบ : กองคลัง`, `ระยะเวลาดำเนินการ ตุลาคม ๒๕๖๕`.
enum LabelFinder {
    /// A label and where its value begins.
    struct Label {
        var role: ColumnRole
        var certainty: Double
        /// The label with the sign behind it.
        var range: Range<Int>
        /// Bullets and numbers before it.
        var bullet: Range<Int>
        /// Whether a colon, or what stands for one, parts it from its value.
        var hasColon: Bool

        /// Whether a bracket opens before it: `[ผู้รับผิดชอบ กองคลัง]`.
        func isBracketed(in text: [UInt8]) -> Bool { text[bullet].contains(0x5B) }
    }

    /// Longer runs are no labels.
    ///
    /// In bytes.
    private static let longest = 180

    static func hasLabel(_ slice: Slice32, in document: Document, matcher: inout HeadingMatcher) -> Bool {
        guard let piece = document.pieces[slice.range].first else { return false }
        return label(at: piece.span.range, in: document.text, matcher: &matcher)?.hasColon ?? false
    }

    /// The label that begins the run of text `range`.
    static func label(at range: Range<Int>, in text: [UInt8], matcher: inout HeadingMatcher) -> Label? {
        let start = skipBullet(range, in: text)
        let bullet = range.lowerBound..<start
        var end = min(range.upperBound, start + longest)
        let dots = dots(in: start..<end, to: range.upperBound, of: text)
        // `กิจกรรมลำดับที่ ..๑..`
        if let few = Self.dots(in: start..<end, to: range.upperBound, of: text, least: 2),
            text[few.upperBound..<range.upperBound].allSatisfy({ $0 != 0x20 }),
            LineKind.countsMeasures(key(start..<few.lowerBound, in: text))
        {
            return Label(role: .number, certainty: 1, range: start..<few.upperBound, bullet: bullet, hasColon: true)
        }
        let sign = colon(in: start..<(dots?.lowerBound ?? end), of: text) ?? dots
        // A box begins the value: `งบประมาณ ☑ ไม่ใช้ ☐ ใช้ จำนวน ........ บาท`.
        if let sign, CellText.firstBox(from: start, to: sign.lowerBound, of: text) == sign.lowerBound {
            let key = key(start..<sign.lowerBound, in: text)
            // `มาตรการที่ .....๑.....`
            if LineKind.countsMeasures(key) {
                return Label(
                    role: .number, certainty: 1, range: start..<sign.upperBound, bullet: bullet, hasColon: true)
            }
            if key.count <= 120, let match = matcher.match(key), match.certainty >= 0.6,
                match.role.isLabel || match.role == .extra
                    || match.role == .title || match.role == .code || match.role == .section || match.role == .number
            {
                return Label(
                    role: match.role, certainty: match.certainty,
                    range: start..<sign.upperBound, bullet: bullet, hasColon: true)
            }
        }
        if let dots { end = dots.lowerBound }
        // Without a colon the label ends with a space; OCR may have put another one into it.
        var stop = start
        var best: Label?
        for _ in 0..<3 {
            let word = text.skipBlanks(from: stop, to: end)
            // A box or a dash begins the value: `ผลการดำเนินงาน ( / ) แล้วเสร็จ`.
            if word > start, beginsValue(at: word, to: end, in: text) { break }
            stop = nextBlank(from: word, to: end, of: text)
            let key = key(start..<stop, in: text)
            let isWholeLine = stop >= range.upperBound
            // Behind a number stands an item of a list as often as a label: only a label that is known counts there.
            let isNumbered = bullet.contains {
                text[$0] >= 0x80 || text[$0] | 0x20 &- 0x61 < 26 || text[$0] &- 0x30 < 10
            }
            // A wide gap parts a label from its value, as a colon does.
            let isWide = stop + 1 < end && text[stop] == 0x20 && text[stop + 1] == 0x20
            let least = isNumbered ? (isWide ? 0.7 : 0.99) : isWholeLine ? 0.75 : 0.93
            // `มอบ หมาย ให้`: of two the longer, where it is no less sure.
            if key.count >= 12, let match = matcher.match(key), match.certainty >= max(least, best?.certainty ?? 0),
                match.role.isLabel, isWholeLine || !InnerLabel.isTimeWord(key, match.role),
                // `๖ เดือน (ตุลาคม …`
                text.digit(at: start).value < 0 || !InnerLabel.isTimeWord(HeadingMatcher.core(key), match.role)
            {
                best = Label(
                    role: match.role, certainty: match.certainty, range: start..<stop, bullet: bullet, hasColon: false)
            }
            if stop >= end { break }
        }
        return best ?? labelBeforeCopula(start..<end, bullet: bullet, in: text, matcher: &matcher)
    }

    /// Whether a dash stands at `index`, or a box, drawn or in brackets: no letter follows the bracket.
    private static func beginsValue(at index: Int, to end: Int, in text: [UInt8]) -> Bool {
        guard index < end else { return false }
        if CellText.isBox(at: index, of: text) || text[index] == 0x2D { return true }
        guard index + 1 < end, text[index] == 0x28 else { return false }
        return text[index + 1] == 0x20 || text[index + 1] == 0x29 || text[index + 1] == 0x2F
    }

    /// The first run of dots or underscores, on which a value is to be written: `ผู้รับผิดชอบ............`.
    static func dots(
        in range: Range<Int>, to end: Int, of text: [UInt8], least: Int = 4
    ) -> Range<Int>? {
        var position = range.lowerBound
        while position < range.upperBound {
            var stop = position
            while stop < end, text[stop] == 0x2E || text[stop] == 0x5F { stop += 1 }
            if stop - position >= least { return position..<stop }
            position = max(stop, position + 1)
        }
        return nil
    }

    private static let copulas = ["ได้แก่", "ดังนี้", "คือ"].map { Array($0.utf8) }

    /// A sentence that begins with a label and tells its value behind a copula: `วิธีปฏิบัติมี ๓ ขั้น ได้แก่ (๑) …`.
    private static func labelBeforeCopula(
        _ range: Range<Int>, bullet: Range<Int>, in text: [UInt8], matcher: inout HeadingMatcher
    ) -> Label? {
        guard Vocabulary.standard.headingHeads.longestPhrase(in: text, at: range.lowerBound) != nil else { return nil }
        var position = range.lowerBound
        while position < range.upperBound {
            let word = text.skipBlanks(from: position, to: range.upperBound)
            guard word > position, let copula = copulas.first(where: { text.hasPrefix($0, at: word) }) else {
                position = max(word, position + text.characterLength(at: position))
                continue
            }
            guard let match = matcher.match(key(range.lowerBound..<word, in: text)), match.certainty >= 0.6 else {
                return nil
            }
            switch match.role {
            // A result is told of in any sentence.
            case .steps, .responsible, .timeframe, .deadline, .status, .budget:
                return Label(
                    role: match.role, certainty: match.certainty, range: range.lowerBound..<word + copula.count,
                    bullet: bullet, hasColon: false)
            default: return nil
            }
        }
        return nil
    }

    /// The first label with a colon inside a run of text that goes on in front of it: `… กองคลัง ระยะเวลา: …`.
    static func innerLabel(in range: Range<Int>, of text: [UInt8], matcher: inout HeadingMatcher) -> Label? {
        var position = range.lowerBound
        while position < range.upperBound {
            guard text[position] == 0x3A, position + 1 < text.count, text[position + 1] != 0x2F,
                text.digit(before: position).value < 0
            else {
                position += 1
                continue
            }
            // The label is one to three words before the colon; the longest one that is known counts.
            var best: Label?
            var start = position
            for _ in 0..<3 {
                while start > range.lowerBound, text.blankLength(at: text.characterStart(before: start)) > 0 {
                    start = text.characterStart(before: start)
                }
                while start > range.lowerBound, text.blankLength(at: text.characterStart(before: start)) == 0 {
                    start = text.characterStart(before: start)
                }
                let key = key(start..<position, in: text)
                if key.count > longest { break }
                if key.count >= 9, let match = matcher.match(key), match.certainty >= 0.84,
                    match.role.isLabel || match.role == .extra
                {
                    best = Label(
                        role: match.role, certainty: match.certainty, range: start..<position + 1,
                        bullet: start..<start,
                        hasColon: true)
                }
                if start == range.lowerBound { break }
            }
            if let best, best.range.lowerBound > range.lowerBound { return best }
            position += 1
        }
        return nil
    }

    /// A short run of words with a colon behind it at the start of a line, whatever the words are.
    static func unknownLabel(at range: Range<Int>, in text: [UInt8]) -> (key: [UInt8], label: Label)? {
        let start = skipBullet(range, in: text)
        let end = min(range.upperBound, start + longest)
        guard let colon = colon(in: start..<end, of: text) else { return nil }
        let key = key(start..<colon.lowerBound, in: text)
        guard key.count >= 9, key.count <= 90, LineKind.recordHeading(key) == nil else { return nil }
        let label = Label(
            role: .extra, certainty: 0.5, range: start..<colon.upperBound, bullet: range.lowerBound..<start,
            hasColon: true)
        return (key, label)
    }

    static func key(_ range: Range<Int>, in text: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        PlainText.appendKey(of: text.trimmed(range), in: text, to: &key)
        return key
    }

    /// Behind dashes, bullets, and a number with a sign behind it.
    static func skipBullet(_ range: Range<Int>, in text: [UInt8]) -> Int {
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = text[position]
            let opensField = byte == 0x5B && position + 1 < range.upperBound && text[position + 1] == 0xE0
            if byte == 0x2D || byte == 0x2A || byte == 0x20 || opensField {
                position += 1
            } else if byte == 0xE2, position + 2 < range.upperBound,
                text[position + 1] == 0x80 || text[position + 1] == 0x97
            {
                position += 3
            } else {
                break
            }
        }
        if let reading = text.outlineNumber(at: position, to: range.upperBound), reading.style != .bare {
            position = text.skipBlanks(from: position + reading.length, to: range.upperBound)
        } else if let letter = text.outlineLetter(at: position, to: range.upperBound) {
            position = text.skipBlanks(from: position + letter.length, to: range.upperBound)
        }
        return position
    }

    private static let arrow = Array("→".utf8)

    /// The first colon, or the first arrow that stands for one.
    private static func colon(in range: Range<Int>, of text: [UInt8]) -> Range<Int>? {
        var position = range.lowerBound
        while position < range.upperBound {
            if text[position] == 0x3A {
                // `https://` and clock times are no labels.
                guard position + 1 < text.count, text[position + 1] != 0x2F else { return nil }
                return position..<position + 1
            }
            if text[position] == arrow[0], text.hasPrefix(arrow, at: position) {
                return position..<position + arrow.count
            }
            position += 1
        }
        return nil
    }

    /// The first blank at or behind `start`, at most `end`.
    static func nextBlank(from start: Int, to end: Int, of text: [UInt8]) -> Int {
        var position = start
        while position < end, text.blankLength(at: position) == 0 { position += text.characterLength(at: position) }
        return min(position, end)
    }
}
