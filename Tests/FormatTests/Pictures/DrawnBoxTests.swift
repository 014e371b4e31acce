import Testing

@testable import ReportFormats

@Suite struct DrawnBoxTests {
    private static let letter = 22
    private static let left = 100
    private static let top = 100

    /// What the ink that `draw` puts on a page is read as.
    private func box(_ draw: (inout Drawing) -> Void) -> DrawnBox? {
        var drawing = Drawing(width: 300, height: 300, dpi: 200)
        draw(&drawing)
        drawing.addNoise(6)
        let image = drawing.image
        let grey = GreyPicture(levels: image.pixels, width: image.width, height: image.height)
        let dark = image.pixels.indices.filter { image.pixels[$0] < 128 }
        guard let grey, !dark.isEmpty else { return nil }
        let columns = dark.map { $0 % image.width }
        let rows = dark.map { $0 / image.width }
        let bounds = PixelBox(
            left: columns.min() ?? 0, top: rows.min() ?? 0, right: (columns.max() ?? 0) + 1,
            bottom: (rows.max() ?? 0) + 1)
        return DrawnBox(
            InkGlyph(box: bounds, bodyHeight: bounds.height, gap: 0), of: grey, letter: Self.letter)
    }

    private func frame(_ drawing: inout Drawing, side: Int = 26, thickness: Int = 2) {
        let (left, top) = (Self.left, Self.top)
        drawing.fill(left..<left + side, top..<top + thickness)
        drawing.fill(left..<left + side, top + side - thickness..<top + side)
        drawing.fill(left..<left + thickness, top..<top + side)
        drawing.fill(left + side - thickness..<left + side, top..<top + side)
    }

    /// A stroke from one point to another, counted from the corner of the frame.
    private func stroke(_ drawing: inout Drawing, from: (Int, Int), to: (Int, Int)) {
        for step in 0...60 {
            let x = Self.left + from.0 + (to.0 - from.0) * step / 60
            let y = Self.top + from.1 + (to.1 - from.1) * step / 60
            drawing.fill(x..<x + 3, y..<y + 3)
        }
    }

    @Test(arguments: [1, 2, 4]) func anEmptyFrameIsAnEmptyBox(thickness: Int) {
        let box = box { frame(&$0, thickness: thickness) }
        #expect(box?.text == "☐")
        #expect(box?.isDoubtful == false)
    }

    @Test func aTickInTheFrameTicksIt() {
        let box = box {
            frame(&$0)
            stroke(&$0, from: (6, 12), to: (11, 19))
            stroke(&$0, from: (11, 19), to: (20, 6))
        }
        #expect(box?.text == "☑")
    }

    @Test func aTickMayReachOverTheFrame() {
        let box = box {
            frame(&$0)
            stroke(&$0, from: (6, 12), to: (11, 19))
            stroke(&$0, from: (11, 19), to: (33, -12))
        }
        #expect(box?.text == "☑")
    }

    @Test func aCrossTicksIt() {
        let box = box {
            frame(&$0)
            stroke(&$0, from: (0, 0), to: (23, 23))
            stroke(&$0, from: (23, 0), to: (0, 23))
        }
        #expect(box?.text == "☑")
    }

    @Test func aSpeckInTheFrameIsDoubtful() {
        let box = box {
            frame(&$0)
            $0.fill(Self.left + 10..<Self.left + 13, Self.top + 11..<Self.top + 14)
        }
        #expect(box?.text == "☐")
        #expect(box?.isDoubtful == true)
    }

    @Test func aBlackSquareIsFilled() {
        #expect(box { $0.fill(Self.left..<Self.left + 24, Self.top..<Self.top + 24) }?.text == "■")
    }

    /// As ๐ is round, บ open at the top, and a cell of a table wider than high.
    @Test func lettersAreNoBoxes() {
        let ring = box { drawing in
            for y in 0..<24 {
                for x in 0..<26 {
                    let distance =
                        (Double(x) - 12.5) * (Double(x) - 12.5) / 169 + (Double(y) - 11.5) * (Double(y) - 11.5) / 144
                    if (0.55...1.0).contains(distance) {
                        drawing.fill(Self.left + x..<Self.left + x + 1, Self.top + y..<Self.top + y + 1)
                    }
                }
            }
        }
        #expect(ring == nil)
        let openAtTheTop = box {
            frame(&$0)
            $0.fill(Self.left + 6..<Self.left + 22, Self.top..<Self.top + 3, level: 255)
        }
        #expect(openAtTheTop == nil)
        let wide = box {
            $0.fill(Self.left..<Self.left + 50, Self.top..<Self.top + 3)
            $0.fill(Self.left..<Self.left + 50, Self.top + 21..<Self.top + 24)
            $0.fill(Self.left..<Self.left + 3, Self.top..<Self.top + 24)
            $0.fill(Self.left + 47..<Self.left + 50, Self.top..<Self.top + 24)
        }
        #expect(wide == nil)
    }

    /// ๓, ๑, ๑ and b, small and smeared on a scan.
    @Test(arguments: [
        """
        ...#####...#####..
        ..###############.
        .#################
        .###....####...###
        ####....####...###
        ###.....####...###
        ###.....####...###
        #####....###...###
        #######..###...###
        ############...###
        ###..#######...###
        .###.#######...###
        .##########....###
        ..####...##.....##
        """,
        """
        ...#########....
        ..###########...
        .#############..
        .####......####.
        ####..####..####
        ####.######.####
        ###..##.###.####
        ####.###########
        #####.#####.####
        .##########.####
        .##########.####
        ..#############.
        ####.##..######.
        ##############..
        .############...
        ..#########.....
        """,
        """
        ....########....
        ..###########...
        .#############..
        .####.....#####.
        ####..####.####.
        ####.######.####
        ####.###########
        ####.###########
        ################
        .###############
        .###############
        ..#############.
        ###############.
        ##############..
        #############...
        ..#########.....
        """,
        """
        .##..............
        ####.............
        ####.............
        ####.............
        ####.............
        ####.............
        ####....#........
        ####.#######.....
        ##############...
        ########..#####..
        ######.....#####.
        #####.......####.
        ####.........###.
        ####.........###.
        ####.........####
        ####.........####
        ####.........####
        ####.........####
        ####.........####
        ####.........###.
        ####........####.
        #####.......####.
        ######.....####..
        ##############...
        ##############...
        .##..#######.....
        """,
    ]) func smearedLettersAreNoBoxes(art: String) {
        #expect(box { draw(&$0, art) } == nil)
    }

    /// The glyph's box reaches a pixel beyond the frame, whose corner is frayed.
    @Test func anEmptyFrameThatIsFrayedIsEmpty() {
        let box = box {
            frame(&$0, side: 27, thickness: 2)
            $0.fill(Self.left - 1..<Self.left, Self.top + 4..<Self.top + 6)
            $0.fill(Self.left + 5..<Self.left + 9, Self.top - 1..<Self.top)
            $0.fill(Self.left..<Self.left + 1, Self.top..<Self.top + 1, level: 255)
        }
        #expect(box?.text == "☐")
        #expect(box?.isDoubtful == false)
    }

    private func draw(_ drawing: inout Drawing, _ art: String) {
        for (row, line) in art.split(separator: "\n").enumerated() {
            for (column, sign) in line.enumerated() where sign == "#" {
                let (x, y) = (Self.left + column, Self.top + row)
                drawing.fill(x..<x + 1, y..<y + 1)
            }
        }
    }

    @Test func boxesAreTakenOutOfTheirLine() throws {
        var drawing = Drawing(width: 300, height: 300, dpi: 200)
        frame(&drawing)
        drawing.fill(150..<170, 104..<124)
        drawing.fill(154..<166, 108..<120, level: 255)
        drawing.fill(154..<166, 104..<108, level: 255)
        let image = drawing.image
        let grey = GreyPicture(levels: image.pixels, width: image.width, height: image.height)
        let line = InkLine(
            pieces: [
                PixelBox(left: 100, top: 100, right: 126, bottom: 126),
                PixelBox(left: 150, top: 104, right: 170, bottom: 124),
            ], letterHeight: Self.letter)
        let (rest, boxes) = line.separatingBoxes(on: grey)
        #expect(boxes.map(\.text) == ["☐"])
        #expect(rest?.pieces.map(\.left) == [150])
    }
}
