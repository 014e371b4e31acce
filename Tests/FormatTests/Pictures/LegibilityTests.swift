import Testing

@testable import ReportFormats

@Suite struct LegibilityTests {
    private func words(_ texts: [String], _ confidence: Float) -> [PageWord] {
        texts.map {
            PageWord(text: $0, rect: PageRect(left: 0, top: 0, right: 1, bottom: 1), confidence: confidence)
        }
    }

    @Test func unsureLettersHereAndThereAreNoise() {
        #expect(!Legibility.isLegible(words(["ท", "ธ", ">7", "a", "ผื"], 0.92)))
    }

    @Test func textIsLegibleHoweverUnsureOrShort() {
        #expect(Legibility.isLegible(words(["รายงานผล", "มาตรการ"], 0.8)))
        #expect(Legibility.isLegible(words(["๑", "๒", "ก"], 0.98)))
        #expect(Legibility.isLegible(words(["-", "-", "-"], 0.9)))
        #expect(Legibility.isLegible([]))
    }

    @Test(.enabled(if: ScanTests.isInstalled, "Tesseract is not installed"))
    func aPictureOfNoiseHasNoText() {
        // Blots as large as letters, always the same.
        var drawing = Drawing(width: 500, height: 400, dpi: 150)
        var state: UInt32 = 7
        func next(_ limit: Int) -> Int {
            state = state &* 1_664_525 &+ 1_013_904_223
            return Int(state >> 16) % limit
        }
        for _ in 0..<500 {
            let (x, y) = (next(480), next(380))
            drawing.fill(x..<x + 3 + next(10), y..<y + 3 + next(10), level: UInt8(next(90)))
        }
        let image = drawing.image
        let pgm = Array("P5\n\(image.width) \(image.height)\n255\n".utf8) + image.pixels
        let problem = #expect(throws: FormatProblem.self) {
            try PictureReader.read(pgm, recogniser: TesseractRecogniser())
        }
        #expect(problem?.code == .noText)
    }
}
