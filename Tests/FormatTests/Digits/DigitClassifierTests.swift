import Testing

@testable import ReportFormats

/// The net, on fonts and kinds of damage that it was not trained on.
@Suite("Digits of scans")
struct DigitClassifierTests {
    private let classifier = DigitClassifier()

    private func reading(_ entry: DigitCorpus.Entry) -> DigitReading {
        classifier.reading(of: entry.picture, in: entry.picture.bounds)
    }

    @Test("digits of fonts and damage kept out of training")
    func heldOut() throws {
        let digits = try DigitCorpus.entries("held-out").filter { DigitCorpus.value($0.label) != nil }
        var right = 0
        var sure = 0
        var sureAndRight = 0
        for entry in digits {
            let reading = reading(entry)
            let isRight = reading.best?.value == DigitCorpus.value(entry.label)
            right += isRight ? 1 : 0
            sure += reading.isSure ? 1 : 0
            sureAndRight += reading.isSure && isRight ? 1 : 0
        }
        let told = "\(right) of \(digits.count) right, \(sureAndRight) of the \(sure) that are sure"
        #expect(digits.count == 1_000)
        #expect(Double(right) >= 0.985 * Double(digits.count), "\(told)")
        #expect(Double(sureAndRight) >= 0.998 * Double(sure), "\(told)")
        #expect(Double(sure) >= 0.85 * Double(digits.count), "\(told)")
    }

    @Test("letters, marks and parts of glyphs are seldom digits, and hardly ever surely")
    func others() throws {
        let others = try DigitCorpus.entries("held-out").filter { $0.label == "other" }
        let readings = others.map { reading($0) }
        #expect(others.count == 325)
        #expect(readings.count { $0.best == nil } * 100 >= others.count * 97)
        #expect(readings.count { $0.isSure } * 100 <= others.count)
    }

    @Test("the script is told as well, but where ๐ and 0 are one drawing")
    func scripts() throws {
        let digits = try DigitCorpus.entries("held-out").filter { !["๐", "0", "other"].contains($0.label) }
        let right = digits.count { entry in
            guard let best = reading(entry).best else { return false }
            return (best.script == .ascii) == (entry.label.utf8.count == 1)
        }
        #expect(Double(right) >= 0.975 * Double(digits.count), "\(right) of \(digits.count)")
    }

    @Test("candidates are all digits, the likeliest first, and chances sum to one")
    func candidates() throws {
        for entry in try DigitCorpus.entries("held-out").prefix(50) {
            let reading = reading(entry)
            #expect(reading.candidates.map(\.value).sorted() == Array(0...9))
            #expect(
                zip(reading.candidates, reading.candidates.dropFirst()).allSatisfy { $0.probability >= $1.probability })
            let sum = reading.candidates.reduce(reading.otherProbability) { $0 + $1.probability }
            #expect(abs(sum - 1) < 1e-12)
        }
    }

    @Test("boxes without ink, outside the picture or without contrast are no digits")
    func nothing() throws {
        let blank = try #require(GreyPicture(levels: [UInt8](repeating: 240, count: 400), width: 20, height: 20))
        for box in [
            blank.bounds, PixelBox(left: 30, top: 30, right: 40, bottom: 40),
            PixelBox(left: 10, top: 10, right: 5, bottom: 5), PixelBox(left: -9, top: -9, right: 1, bottom: 1),
        ] {
            let reading = classifier.reading(of: blank, in: box)
            #expect(reading.best == nil)
            #expect(!reading.isSure)
        }
        #expect(GreyPicture(levels: [1, 2, 3], width: 2, height: 2) == nil)
        #expect(GreyPicture(levels: [], width: 0, height: 0) == nil)
        #expect(GreyPicture(levels: [1, 2, 3, 4, 5], width: 2, height: 2, stride: 3) != nil)
    }

    /// Training/digits/quantise.py computes the same in another way, and writes what it gets.
    @Test("the answer is to the bit that of the training side")
    func sameEverywhere() throws {
        let expected = try DigitCorpus.text("logits.txt").split(separator: "\n")
        let logits = try DigitCorpus.entries("held-out").compactMap { entry in
            classifier.logits(of: entry.picture, in: entry.picture.bounds)
        }
        for (logits, line) in zip(logits, expected.dropFirst()) {
            #expect(logits == line.split(separator: " ").compactMap { Int32($0) })
        }
        // FNV-1a over all of them.
        let digest = logits.joined().reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64(UInt32(bitPattern: $1))) &* 0x100_0000_01B3
        }
        #expect(expected.first.flatMap { UInt64($0, radix: 16) } == digest)
    }

    @Test("a box in a page is read as the glyph alone")
    func insidePage() throws {
        let entry = try #require(try DigitCorpus.entries("held-out").first { $0.label == "๔" })
        let glyph = entry.picture
        let stride = glyph.width + 11
        var levels = [UInt8](repeating: 0, count: stride * (glyph.height + 7))
        for row in 0..<glyph.height {
            for column in 0..<glyph.width {
                levels[(row + 3) * stride + column + 5] = glyph.levels[row * glyph.width + column]
            }
        }
        let page = try #require(
            GreyPicture(levels: levels, width: stride - 2, height: glyph.height + 7, stride: stride))
        let box = PixelBox(left: 5, top: 3, right: 5 + glyph.width, bottom: 3 + glyph.height)
        #expect(classifier.logits(of: page, in: box) == classifier.logits(of: glyph, in: glyph.bounds))
    }
}
