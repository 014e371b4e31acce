import Testing

@testable import ReportFormats

@Suite struct PageTurnTests {
    /// The middle of a dark spot on a picture, in points.
    private func spot(on image: PageImage) -> (x: Float, y: Float) {
        var (x, y, weight) = (Float(0), Float(0), Float(0))
        for row in 0..<image.height {
            for column in 0..<image.width where image.pixels[row * image.width + column] < 128 {
                x += Float(column)
                y += Float(row)
                weight += 1
            }
        }
        return ((x / weight + 0.5) * image.pointsPerPixel, (y / weight + 0.5) * image.pointsPerPixel)
    }

    @Test(arguments: [(0, Float(0)), (0, 3), (1, 0), (1, -2), (2, 1.5), (3, 0), (3, 4), (0, -6)])
    func placesAreTurnedBack(rightAngles: Int, degrees: Float) {
        var drawing = Drawing(width: 620, height: 877, dpi: 75)
        drawing.fill(150..<160, 600..<610)
        let before = spot(on: drawing.image)
        let upright = drawing.image.turned(byRightAngles: rightAngles)
        let read = upright.turned(by: degrees)
        let turn = PageTurn(
            rightAngles: rightAngles, degrees: degrees, width: Float(read.width) * read.pointsPerPixel,
            height: Float(read.height) * read.pointsPerPixel)
        let seen = spot(on: read)
        let rect = turn.inFile(PageRect(left: seen.x - 5, top: seen.y - 5, right: seen.x + 5, bottom: seen.y + 5))
        #expect(abs((rect.left + rect.right) / 2 - before.x) < 1)
        #expect(abs(rect.middleY - before.y) < 1)
        // A tilted square needs more room, a straight one does not.
        #expect(rect.width >= 9.99 && rect.width < 12)
    }
}
