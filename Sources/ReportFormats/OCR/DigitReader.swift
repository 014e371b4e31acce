/// Reads the digits of a line anew: the engine's Thai model holds only half of them.
struct DigitReader {
    private let classifier = DigitClassifier()

    /// A digit is at least so high, in letter heights, and without a mark not higher.
    private static let heights = 0.6...1.75
    /// How sure digits must be where the engine saw letters.
    private static let sureAgainstLetters = 0.97

    /// How sure the engine is of the letters that it reads well.
    private static let sureLetter: Float = 0.9

    /// The letters that are words, or signs behind one.
    private static let lone: Set<String> = ["ณ", "ฯ", "ๆ"]
    /// What stands before ordinal numbers.
    private static let ordinal = "ที่"
    /// It is drawn as ๐/๐.
    private static let percent = "%"
    /// How sure a full stop is that the picture alone tells.
    private static let drawnStop: Float = 0.9

    /// A digit that is drawn.
    struct Found {
        var reading: DigitReading
        /// The glyph that it is, or is part of.
        var glyph: Int
    }

    /// A token with its digits read.
    struct Outcome {
        var units: [LetterUnit]
        /// The readings of the digits among them; `nil` for other units.
        var readings: [DigitReading?]
        /// Whether a digit of it may be another one.
        var isDoubtful: Bool
        /// Whether the engine says so, which the calendar does not settle: both years may be near.
        var isContested = false

        var text: String { units.map(\.text).joined() }

        /// The number of its digits, where these are certain and stand side by side.
        var certainNumber: Int? {
            let digits = units.drop { !$0.isDigit }.prefix(while: \.isDigit)
            guard !isDoubtful, !digits.isEmpty, digits.count <= 9, digits.count == units.count(where: \.isDigit) else {
                return nil
            }
            return digits.reduce(0) { $0 * 10 + ($1.digit?.value ?? 0) }
        }

        /// Lets the calendar settle a number that is doubtful, where it is the only one of its token.
        mutating func settle(before next: String, knowing years: ReportYears = ReportYears()) {
            let places = readings.indices.filter { readings[$0] != nil }
            let digits = places.compactMap { readings[$0] }
            guard isDoubtful, !isContested, !digits.isEmpty, digits.contains(where: { !$0.isSure }),
                units.count(where: \.isDigit) == digits.count, places.last == places[0] + places.count - 1,
                let choice = DigitContext.choice(of: digits, before: next, knowing: years)
            else { return }
            for (place, value) in zip(places, choice.values) {
                guard let digit = units[place].digit, digit.value != value else { continue }
                let scalar = Unicode.Scalar(UInt32((digit.isThai ? 0x0E50 : 0x30) + value))
                units[place].text = scalar.map { String($0) } ?? units[place].text
            }
            isDoubtful = choice.isDoubtful
        }
    }

    /// Reads the digits of a token.
    ///
    /// - Parameters:
    ///   - token: what the engine read.
    ///   - previous: the token before it on the line.
    ///   - glyphs: the glyphs of its line, boxes on the page.
    ///   - picture: the line's own picture.
    ///   - letter: the height of a letter.
    /// - Returns: the token, digits replaced.
    func read(
        _ token: LineToken, after previous: String, glyphs: [InkGlyph], in picture: LinePicture, letter: Int
    ) -> Outcome {
        if let whole = readWhole(token, glyphs: glyphs, in: picture) { return whole }
        var units = token.units
        var readings: [DigitReading?] = units.map { _ in nil }
        var (isDoubtful, isContested) = (false, false)
        let runs = runs(token.glyphs, of: glyphs, in: picture, letter: letter)
        let drawn = Set(runs.joined().map(\.glyph))
        for run in runs.reversed() {
            guard let first = run.first?.glyph, let last = run.last?.glyph else { continue }
            guard let range = range(of: first...last, in: units) else { continue }
            guard isLikely(run, over: units, range, drawn: drawn) || isLoneLetter(token, run, after: previous) else {
                continue
            }
            let verdicts = DigitVerdict.verdicts(on: run.map(\.reading), read: Array(units[range]))
            let isThai = verdicts.lazy.compactMap(\.isThai).first ?? isThai(run)
            let new = zip(run, verdicts).map { found, verdict in
                let scalar = Unicode.Scalar(UInt32((isThai ? 0x0E50 : 0x30) + verdict.value))
                let box = glyphs[found.glyph].box
                return LetterUnit(
                    text: scalar.map { String($0) } ?? "", confidence: Float(verdict.confidence),
                    left: Double(box.left), right: Double(box.right), glyphs: found.glyph..<found.glyph + 1)
            }
            if verdicts.contains(where: { !$0.isSure }) || isAmbiguousZero(run, range, in: units)
                || isLoneLetter(token, run, after: previous)
            {
                isDoubtful = true
            }
            if verdicts.contains(where: \.isContested) { isContested = true }
            units.replaceSubrange(range, with: new)
            readings.replaceSubrange(range, with: run.map(\.reading))
        }
        insertStops(into: &units, &readings, glyphs: glyphs, letter: letter)
        // The engine's own digits are as often wrong as right.
        if zip(units, readings).contains(where: { $0.isDigit && $1 == nil }) { isDoubtful = true }
        return Outcome(units: units, readings: readings, isDoubtful: isDoubtful, isContested: isContested)
    }

    /// Reads a token that holds no Thai letter as one word of digits, which finds those that touch or are torn.
    private func readWhole(_ token: LineToken, glyphs: [InkGlyph], in picture: LinePicture) -> Outcome? {
        guard let grey = picture.grey, token.units.contains(where: \.isDigit),
            !token.units.contains(where: { $0.isThaiLetter || $0.text == Self.percent || $0.isBracket })
        else { return nil }
        let boxes = glyphs[token.glyphs].map(\.box)
        let box = boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
        let run = DigitRun(grey, in: box.moved(right: -picture.left, down: -picture.top), with: classifier)
        guard !run.glyphs.isEmpty, !run.text.unicodeScalars.contains("\u{FFFD}") else { return nil }
        let digits = run.glyphs.compactMap { glyph -> DigitReading? in
            if case .digit(let digit) = glyph.shape { digit } else { nil }
        }
        // The engine knows all of those that are not Thai: a narrow 1 is not to be lost.
        let read = token.units.compactMap(\.digit)
        guard digits.count >= read.count || read.contains(where: \.isThai) else { return nil }
        let verdicts = DigitVerdict.verdicts(on: digits, read: token.units)
        let script = verdicts.lazy.compactMap(\.isThai).first
        var nextVerdict = verdicts[...]
        var units: [LetterUnit] = []
        var readings: [DigitReading?] = []
        // Signs are what the engine knows: it tells a comma from a full stop.
        let signs = token.units.filter { $0.isSmall || $0.text == "/" }.map(\.text)
        let drawn = run.glyphs.count { if case .mark = $0.shape { true } else { false } }
        var nextSign = signs.count == drawn ? signs[...] : []
        for (glyph, character) in zip(run.glyphs, run.text) {
            var text = String(character)
            if case .mark = glyph.shape, let sign = nextSign.popFirst() { text = sign }
            let place = glyph.box.moved(right: picture.left, down: picture.top)
            var confidence: Float = 1
            var reading: DigitReading?
            if case .digit(let digit) = glyph.shape, let verdict = nextVerdict.popFirst() {
                reading = digit
                confidence = Float(verdict.confidence)
                let isThai = script ?? character.unicodeScalars.contains { $0.value >= 0x0E50 }
                let zero: UInt32 = isThai ? 0x0E50 : 0x30
                text = Unicode.Scalar(zero + UInt32(verdict.value)).map { String($0) } ?? text
            }
            units.append(
                LetterUnit(
                    text: text, confidence: confidence, left: Double(place.left),
                    right: Double(place.right), glyphs: token.glyphs))
            readings.append(reading)
        }
        guard readings.contains(where: { $0 != nil }) else { return nil }
        return Outcome(
            units: units, readings: readings,
            isDoubtful: verdicts.contains { !$0.isSure }, isContested: verdicts.contains(where: \.isContested))
    }

    /// Whether a run of one is a token of one Thai letter: hardly any stands alone.
    private func isLoneLetter(_ token: LineToken, _ run: [Found], after previous: String) -> Bool {
        guard token.units.count == 1, token.glyphs.count == 1, run.count == 1, token.units[0].isThaiLetter,
            // `ตัวชี้วัดที่ ๗` looks like a word said twice.
            !Self.lone.contains(token.units[0].text) || previous.hasSuffix(Self.ordinal)
        else { return false }
        return run[0].reading.candidates[0].probability >= Self.sureAgainstLetters
    }

    /// Whether a run is one zero beside a letter: the drawing of `o` as well.
    private func isAmbiguousZero(_ run: [Found], _ range: Range<Int>, in units: [LetterUnit]) -> Bool {
        guard run.count == 1, run[0].reading.candidates[0].value == 0 else { return false }
        return [range.lowerBound - 1, range.upperBound].contains { place in
            units.indices.contains(place) && (units[place].isLatin || units[place].isThaiLetter)
        }
    }

    /// Puts full stops between digits where one is drawn that the engine did not see.
    private func insertStops(
        into units: inout [LetterUnit], _ readings: inout [DigitReading?], glyphs: [InkGlyph], letter: Int
    ) {
        for index in units.indices.dropFirst().reversed() where readings[index] != nil && readings[index - 1] != nil {
            guard let before = units[index - 1].glyphs.last, let after = units[index].glyphs.first,
                after == before + 2
            else { continue }
            let (digit, stop) = (glyphs[before].box, glyphs[before + 1].box)
            guard max(stop.width, stop.height) * 3 <= letter, abs(stop.bottom - digit.bottom) * 4 <= letter else {
                continue
            }
            units.insert(
                LetterUnit(
                    text: ".", confidence: Self.drawnStop, left: Double(stop.left), right: Double(stop.right),
                    glyphs: before + 1..<after), at: index)
            readings.insert(nil, at: index)
        }
    }

    private func isThai(_ run: [Found]) -> Bool {
        run.reduce(0.0) { sum, found in
            let candidate = found.reading.candidates[0]
            return sum + (candidate.script == .thai ? candidate.probability : -candidate.probability)
        } >= 0
    }

    /// The digits of a token, told by their pictures alone: those that stand beside each other.
    private func runs(
        _ range: Range<Int>, of glyphs: [InkGlyph], in picture: LinePicture, letter: Int
    ) -> [[Found]] {
        var runs: [[Found]] = []
        var isOpen = false
        for index in range {
            let glyph = glyphs[index]
            let height = Double(glyph.box.height) / Double(letter)
            let isLetter = Double(glyph.bodyHeight) >= Self.heights.lowerBound * Double(letter)
            let found =
                isLetter && Self.heights.contains(height)
                ? digits(of: glyph.box.moved(right: -picture.left, down: -picture.top), in: picture) : []
            guard !found.isEmpty else {
                isOpen = false
                continue
            }
            if !isOpen { runs.append([]) }
            isOpen = true
            runs[runs.count - 1] += found.map { Found(reading: $0, glyph: index) }
        }
        return runs
    }

    /// The digits that a glyph is: one, or some that touch; none where it is something else.
    private func digits(of box: PixelBox, in picture: LinePicture) -> [DigitReading] {
        guard let grey = picture.grey else { return [] }
        if box.width <= box.height * 3 / 2 {
            let reading = classifier.reading(of: grey, in: box)
            if reading.best != nil { return [reading] }
            guard box.width > box.height else { return [] }
        }
        let run = DigitRun(grey, in: box, with: classifier)
        guard run.glyphs.count > 1 else { return [] }
        var digits: [DigitReading] = []
        for glyph in run.glyphs {
            guard case .digit(let reading) = glyph.shape, reading.best != nil else { return [] }
            digits.append(reading)
        }
        return digits
    }

    /// The units that a run of glyphs was read as; beside them digits that are drawn nowhere belong to it.
    private func range(of glyphs: ClosedRange<Int>, in units: [LetterUnit]) -> Range<Int>? {
        let inside = units.indices.filter { units[$0].glyphs.overlaps(glyphs.lowerBound..<glyphs.upperBound + 1) }
        guard var first = inside.first, var last = inside.last else { return nil }
        while first > 0, units[first - 1].isDigit, units[first - 1].glyphs.isEmpty { first -= 1 }
        while last + 1 < units.count, units[last + 1].isDigit, units[last + 1].glyphs.isEmpty { last += 1 }
        return first..<last + 1
    }

    /// Whether a run of digits is likelier than what the engine read.
    private func isLikely(_ run: [Found], over units: [LetterUnit], _ range: Range<Int>, drawn: Set<Int>) -> Bool {
        let read = units[range]
        // `o`, `l` and `I` are drawn as ๐ and 1: beside other Latin letters they are letters.
        let beside = [range.lowerBound - 1, range.upperBound].filter(units.indices.contains)
        let isInWord = beside.contains { units[$0].isLatin && !units[$0].glyphs.allSatisfy(drawn.contains) }
        if isInWord, !read.contains(where: { $0.text.isThaiDigit }) { return false }
        // A bracket that touches its digit makes another one of it.
        if read.contains(where: { $0.text == Self.percent || $0.isBracket && read.count > run.count }) { return false }
        if read.contains(where: \.isDigit) { return true }
        let least = run.map { $0.reading.candidates[0].probability }.min() ?? 0
        guard least >= Self.sureAgainstLetters else { return false }
        // A Thai letter that was read well is one: ต and ๓ differ by less than two fonts do.
        let isThai = read.contains { $0.isThaiLetter }
        return run.count > 1 || !isThai || (read.map(\.confidence).min() ?? 0) < Self.sureLetter
    }
}

extension String {
    /// Whether it is one Thai digit.
    fileprivate var isThaiDigit: Bool {
        unicodeScalars.count == 1 && 0x0E50...0x0E59 ~= (unicodeScalars.first?.value ?? 0)
    }
}
