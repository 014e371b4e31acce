import Testing

@testable import ReportFormats

/// Words of digits, set in fonts that the net was not trained on.
@Suite("Words of digits")
struct DigitRunTests {
    private let classifier = DigitClassifier()

    /// One miss may be: Norasi closes its ๓ below, as no font of training does.
    @Test("digits and marks of words")
    func words() throws {
        var wrong: [String] = []
        for entry in try DigitCorpus.entries("runs") {
            let run = DigitRun(entry.picture, in: entry.picture.bounds, with: classifier)
            if run.text != entry.label {
                wrong.append("\(entry.label) in \(entry.font): \(run.text)")
                #expect(!run.isSure, "\(entry.label) in \(entry.font) is \(run.text) for sure")
            }
            #expect(zip(run.glyphs, run.glyphs.dropFirst()).allSatisfy { $0.box.left < $1.box.left })
        }
        #expect(wrong.count <= 1, "\(wrong)")
    }

    @Test("two digits that touch are two digits")
    func touching() throws {
        let word = try #require(try DigitCorpus.entries("runs").first { $0.label == "๒๕๖๖" })
        let run = DigitRun(word.picture, in: word.picture.bounds, with: classifier)
        try #require(run.glyphs.count == 4)
        // Every glyph set a pixel into the one before it.
        let height = word.picture.height
        var levels = [UInt8](repeating: 255, count: word.picture.width * height)
        var pen = 4
        for glyph in run.glyphs {
            for row in glyph.box.top..<glyph.box.bottom {
                for column in glyph.box.left..<glyph.box.right {
                    let place = row * word.picture.width + pen + column - glyph.box.left
                    levels[place] = min(levels[place], word.picture.levels[row * word.picture.width + column])
                }
            }
            pen += glyph.box.width - 1
        }
        let tight = try #require(GreyPicture(levels: levels, width: word.picture.width, height: height))
        let again = DigitRun(tight, in: tight.bounds, with: classifier)
        #expect(again.text == "๒๕๖๖")
    }

    @Test("noise, boxes outside the picture and huge ones end soon")
    func hostile() throws {
        var seed: UInt64 = 1
        let noise = (0..<200_000).map { _ in
            seed = seed &* 6_364_136_223_846_793_005 &+ 1
            return UInt8(truncatingIfNeeded: seed >> 56)
        }
        let picture = try #require(GreyPicture(levels: noise, width: 1_000, height: 200))
        #expect(!DigitRun(picture, in: picture.bounds, with: classifier).isSure)
        let small = PixelBox(left: 980, top: 180, right: 9_000, bottom: 9_000)
        #expect(!DigitRun(picture, in: small, with: classifier).isSure)
        let outside = PixelBox(left: 5_000, top: 5_000, right: 6_000, bottom: 6_000)
        #expect(DigitRun(picture, in: outside, with: classifier).glyphs.isEmpty)
    }

    @Test("a picture without ink has no glyphs")
    func nothing() throws {
        let blank = try #require(GreyPicture(levels: [UInt8](repeating: 240, count: 4_000), width: 100, height: 40))
        let run = DigitRun(blank, in: blank.bounds, with: classifier)
        #expect(run.glyphs.isEmpty)
        #expect(run.text.isEmpty)
    }
}
