/// Reads the digits of a line anew: the engine's Thai model holds only half of them.
struct DigitReader {
    private let classifier = DigitClassifier()

    /// What a token holds after its digits were read.
    struct Outcome {
        var text: String
        /// The least sure reading in it, from 0 to 1.
        var confidence: Float
        /// Whether a digit of it may be another one.
        var isDoubtful: Bool
    }

    /// A digit is at least so high, in letter heights, and without a mark not higher.
    private static let heights = 0.6...1.75
    /// What must be as sure where the engine saw letters.
    private static let sureAgainstLetters = 0.97

    /// The text of a token.
    func read(_ token: LineToken, of line: InkLine, in picture: GreyPicture, at left: Int, _ top: Int) -> Outcome {
        var symbols = token.symbols
        var isDoubtful = false
        var isReplaced = [Bool](repeating: false, count: symbols.count)
        for run in runs(of: token, line: line, in: picture, at: left, top).reversed() {
            guard let range = range(of: run, in: symbols, letter: line.letterHeight) else { continue }
            let sawDigit = symbols[range].contains { $0.digit != nil }
            let least = run.readings.compactMap { $0?.candidates[0].probability }.min() ?? 0
            guard sawDigit || (least >= Self.sureAgainstLetters && isLikely(run, over: symbols[range])) else { continue }
            let isThai = run.isThai
            let new = run.readings.enumerated().map { index, reading in
                let box = run.boxes[index]
                guard let reading else {
                    return RecognisedSymbol(text: run.marks[index], box: box, confidence: 1)
                }
                let candidate = reading.candidates[0]
                if !reading.isSure { isDoubtful = true }
                let scalar = Unicode.Scalar(UInt32((isThai ? 0x0E50 : 0x30) + candidate.value))
                return RecognisedSymbol(
                    text: scalar.map { String($0) } ?? "", box: box, confidence: Float(candidate.probability))
            }
            symbols.replaceSubrange(range, with: new)
            isReplaced.replaceSubrange(range, with: new.map { _ in true })
        }
        for (symbol, isReplaced) in zip(symbols, isReplaced) where !isReplaced && symbol.digit != nil {
            isDoubtful = true
        }
        return Outcome(
            text: symbols.map(\.text).joined(), confidence: symbols.map(\.confidence).min() ?? 0,
            isDoubtful: isDoubtful)
    }

    /// Digits beside each other, and the marks between them.
    private struct Run {
        /// `nil` for a mark.
        var readings: [DigitReading?]
        var marks: [String]
        var boxes: [PixelBox]

        var left: Int { boxes[0].left }
        var right: Int { boxes[boxes.count - 1].right }

        /// The script of most of its digits.
        var isThai: Bool {
            readings.reduce(0.0) { sum, reading in
                guard let candidate = reading?.candidates[0] else { return sum }
                return sum + (candidate.script == .thai ? candidate.probability : -candidate.probability)
            } >= 0
        }
    }

    /// The digits of a token, told by their pictures alone.
    private func runs(
        of token: LineToken, line: InkLine, in picture: GreyPicture, at left: Int, _ top: Int
    ) -> [Run] {
        var runs: [Run] = []
        var isOpen = false
        for glyph in token.glyphs {
            let height = Double(glyph.box.height) / Double(line.letterHeight)
            var found: [(DigitReading, PixelBox)] = []
            if Double(glyph.bodyHeight) >= Self.heights.lowerBound * Double(line.letterHeight),
                Self.heights.contains(height)
            {
                found = digits(of: glyph.box, in: picture, at: left, top)
            }
            guard !found.isEmpty else {
                isOpen = false
                continue
            }
            if !isOpen { runs.append(Run(readings: [], marks: [], boxes: [])) }
            isOpen = true
            for (reading, box) in found {
                runs[runs.count - 1].readings.append(reading)
                runs[runs.count - 1].marks.append("")
                runs[runs.count - 1].boxes.append(box)
            }
        }
        return runs
    }

    /// The digits that a glyph is: one, or some that touch; none where it is something else.
    private func digits(
        of box: PixelBox, in picture: GreyPicture, at left: Int, _ top: Int
    ) -> [(DigitReading, PixelBox)] {
        let place = box.moved(right: -left, down: -top)
        if place.width <= place.height * 3 / 2 {
            let reading = classifier.reading(of: picture, in: place)
            if reading.best != nil { return [(reading, box)] }
            guard place.width > place.height else { return [] }
        }
        let run = DigitRun(picture, in: place, with: classifier)
        guard run.glyphs.count > 1 else { return [] }
        var digits: [(DigitReading, PixelBox)] = []
        for glyph in run.glyphs {
            guard case .digit(let reading) = glyph.shape, reading.best != nil else { return [] }
            digits.append((reading, glyph.box.moved(right: left, down: top)))
        }
        return digits
    }

    /// Which symbols of the engine's stand where a run does: its boxes are a guess, so digits count as well as places.
    private func range(of run: Run, in symbols: [RecognisedSymbol], letter: Int) -> Range<Int>? {
        var best: (range: Range<Int>, cost: Double)?
        for start in symbols.indices where !symbols[start].isBound {
            for end in start + 1...symbols.count {
                if end - start > run.readings.count * 2 + 2 { break }
                var cost = symbols[start..<end].reduce(0.0) { sum, symbol in
                    sum + (symbol.digit != nil ? 0 : symbol.isDigitMark ? 0.4 : 0.8)
                }
                if start > 0, symbols[start - 1].digit != nil { cost += 1.2 }
                if end < symbols.count, symbols[end].digit != nil { cost += 1.2 }
                if end < symbols.count, symbols[end].isBound { cost += 1 }
                cost += Double(abs(symbols[start].box.left - run.left)) / Double(letter)
                cost += Double(abs(symbols[end - 1].box.right - run.right)) / Double(letter)
                cost += 0.3 * Double(abs(end - start - run.readings.count))
                if best.map({ cost < $0.cost }) ?? true { best = (start..<end, cost) }
            }
        }
        guard let best else { return nil }
        let from = symbols[best.range.lowerBound].box.left
        let to = symbols[best.range.upperBound - 1].box.right
        return from < run.right && to > run.left ? best.range : nil
    }

    /// Whether digits are likelier than the letters that the engine read.
    private func isLikely(_ run: Run, over symbols: ArraySlice<RecognisedSymbol>) -> Bool {
        let letters = symbols.map(\.confidence).min() ?? 0
        let isLatin = symbols.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } }
        return run.readings.count > 1 || isLatin || letters < 0.8
    }
}
