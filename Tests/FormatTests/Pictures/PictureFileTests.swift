import Testing

@testable import ReportFormats

@Suite struct PictureFileTests {
    /// A PGM file.
    private func pgm(_ head: String, _ pixels: [UInt8]) -> [UInt8] { Array(head.utf8) + pixels }

    @Test func aPGMFileIsRead() throws {
        let image = try #require(PageImage(pgm: pgm("P5\n# drawn\n3 2\n255\n", [0, 1, 2, 3, 4, 5]), dpi: 150))
        #expect(image.width == 3)
        #expect(image.height == 2)
        #expect(image.pixels == [0, 1, 2, 3, 4, 5])
        #expect(image.dpi == 150)
    }

    @Test(arguments: [
        "P5\n3 2\n255\n", "P5\n99999999 99999999\n255\n", "P5\n3 2\n65535\n", "P5 3", "P5", "P6\n3 2\n255\n",
    ])
    func brokenPGMFilesAreNone(head: String) {
        #expect(PageImage(pgm: pgm(head, [0, 1, 2, 3]), dpi: 150) == nil)
    }

    /// The head of a PNG file that claims a size, with nothing behind it.
    private func png(width: UInt32, height: UInt32) -> [UInt8] {
        func bytes(_ number: UInt32) -> [UInt8] {
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + bytes(width)
            + bytes(height) + [8, 0, 0, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 16] + Array("IDAT".utf8)
            + [UInt8](repeating: 0, count: 20)
    }

    @Test func aPictureLargerThanAnyPageIsNotDecoded() {
        let problem = #expect(throws: FormatProblem.self) { try PictureFile(png(width: 60_000, height: 60_000)) }
        #expect(problem?.code == .tooLarge)
        #expect(problem?.message.contains("60000 × 60000") == true)
    }

    @Test func whatEndsTooEarlyIsDamaged() {
        let problem = #expect(throws: FormatProblem.self) {
            try PictureFile(png(width: 100, height: 100)).image(ofPage: 1)
        }
        #expect(problem?.code == .damaged)
    }

    @Test(arguments: [
        [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], [0x4D, 0x4D, 0, 0x2A, 0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xD8, 0xFF, 0xE0],
        [0x89, 0x50, 0x4E, 0x47], [],
    ])
    func headsAloneAreDamaged(bytes: [UInt8]) {
        let problem = #expect(throws: FormatProblem.self) { try PictureFile(bytes).image(ofPage: 1) }
        #expect(problem?.code == .damaged)
    }

    @Test func resolutionsThatMakeNoPageAreGuessed() {
        #expect(PageImage.resolution(width: 1654, height: 2339, stated: 200) == 200)
        // A photograph of 4,000 pixels says 72, which is its camera's default.
        #expect(PageImage.resolution(width: 3000, height: 4000, stated: 72) > 300)
        #expect(abs(PageImage.resolution(width: 1654, height: 2339, stated: nil) - 200) < 1)
    }
}
