import Testing

@testable import ReportFormats

/// Words from the runs of a text layer.
@Suite struct TextLayerWordTests {
    /// Runs of letters that are 8 points wide, each so many points behind the one before.
    private func words(_ runs: [(text: String, gap: Float)]) -> [String] {
        var page = TextLayer.Page(width: 600, height: 800)
        var pen: Float = 100
        for run in runs {
            let width = 8 * Float(run.text.unicodeScalars.count)
            page.runs.append(
                TextLayer.Run(
                    text: run.text,
                    rect: PageRect(left: pen + run.gap, top: 100, right: pen + run.gap + width, bottom: 116)))
            pen += run.gap + width
        }
        return page.words(with: []).map(\.text)
    }

    @Test func aDigitOfAnotherScriptIsSetApartWithoutASpace() {
        #expect(words([("๒๕", 0), ("6", 3.2), ("๗", 3.2)]) == ["๒๕6๗"])
        #expect(words([("๒", 0), ("O", 3.2), ("พ.ย.", 5)]) == ["๒O", "พ.ย."])
    }

    @Test func asWideAGapBetweenLettersOfOneScriptIsABlank() {
        #expect(words([("ก", 0), ("ข", 3.2)]) == ["ก", "ข"])
        #expect(words([("a", 0), ("b", 3.2)]) == ["a", "b"])
    }

    @Test func aBlankBetweenScriptsStaysOne() { #expect(words([("ขอ", 0), ("12", 4)]) == ["ขอ", "12"]) }
}
