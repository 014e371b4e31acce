import Testing

@testable import ReportFormats

@Suite struct InkLinesTests {
    private let image = Drawing(dpi: 200).image

    /// Letters side by side, 20 pixels high.
    private func letters(_ count: Int, at left: Int, _ top: Int) -> [PixelBox] {
        (0..<count).map { PixelBox(left: left + 18 * $0, top: top, right: left + 18 * $0 + 14, bottom: top + 20) }
    }

    @Test func aLineOfOneLetterBesideFullOnesIsALine() {
        let pieces = letters(50, at: 100, 100) + letters(1, at: 100, 160) + letters(50, at: 100, 220)
        let lines = InkLines(pieces, on: image).lines
        #expect(lines.map(\.pieces.count) == [50, 1, 50])
        #expect(lines.map(\.box.top) == [100, 160, 220])
    }

    @Test func marksAboveAreNoLine() {
        // As high as letters, and right over them.
        let marks = letters(3, at: 100, 75)
        let lines = InkLines(letters(50, at: 100, 100) + marks, on: image).lines
        #expect(lines.map(\.pieces.count) == [53])
    }

    private let cell = PixelBox(left: 80, top: 60, right: 420, bottom: 240)

    @Test func aDashAloneInItsCellIsRead() {
        let dash = PixelBox(left: 100, top: 170, right: 112, bottom: 173)
        let lines = LoneDashes.lines(of: [dash], in: cell, on: image)
        #expect(lines.map(\.isDashes) == [true])
        #expect(lines.map { LoneDashes.words(of: $0, on: image).map(\.text) } == [["-"]])
        // Beside text it may be what is left of a ruling line.
        #expect(InkLines(letters(50, at: 100, 100) + [dash], on: image).lines.map(\.pieces.count) == [50])
    }

    @Test func aDashBetweenTheLinesOfItsCellIsALine() {
        let lines = [
            InkLine(pieces: letters(5, at: 100, 100), letterHeight: 20),
            InkLine(pieces: letters(5, at: 100, 200), letterHeight: 20),
        ]
        let between = PixelBox(left: 100, top: 159, right: 112, bottom: 162)
        let beside = PixelBox(left: 220, top: 109, right: 232, bottom: 112)
        #expect(lines.map { $0.isBeside(between) } == [false, false])
        #expect(lines.map { $0.isBeside(beside) } == [true, false])
    }

    @Test func dashesSideBySideAreOneWordAndThoseApartAreNot() throws {
        let dashes = [100, 116, 132, 300].map { PixelBox(left: $0, top: 170, right: $0 + 10, bottom: 173) }
        let line = try #require(LoneDashes.lines(of: dashes, in: cell, on: image).first)
        #expect(LoneDashes.words(of: line, on: image).map(\.text) == ["---", "-"])
    }

    @Test func specksBlocksRulesAndWhatLiesAtTheEdgeAreNoDashes() {
        let speck = PixelBox(left: 100, top: 100, right: 104, bottom: 103)
        let block = PixelBox(left: 200, top: 100, right: 212, bottom: 108)
        let rule = PixelBox(left: 300, top: 100, right: 400, bottom: 102)
        let edge = PixelBox(left: 100, top: 236, right: 112, bottom: 239)
        #expect(LoneDashes.lines(of: [speck, block, rule, edge], in: cell, on: image).isEmpty)
    }

    @Test func anUnevenlyLitPageIsEvened() {
        var drawing = Drawing()
        drawing.fill(100..<300, 100..<110, level: 40)
        let even = drawing.image
        #expect(even.evenlyLit().pixels == even.pixels)
        var shaded = even
        for row in 0..<shaded.height {
            for column in 0..<shaded.width {
                let share = 100 - 45 * column / shaded.width
                shaded.pixels[row * shaded.width + column] = UInt8(
                    Int(shaded.pixels[row * shaded.width + column]) * share / 100)
            }
        }
        let result = shaded.evenlyLit()
        let paper = stride(from: 20, to: shaded.width - 20, by: 50).map { Int(result.pixels[900 * shaded.width + $0]) }
        #expect((paper.max() ?? 0) - (paper.min() ?? 0) <= 8)
        #expect(result.pixels[105 * shaded.width + 200] < 80)
    }
}
