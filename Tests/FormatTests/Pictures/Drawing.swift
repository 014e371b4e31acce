@testable import ReportFormats

/// A white page to draw lines on.
struct Drawing {
    private(set) var image: PageImage

    init(width: Int = 1240, height: Int = 1754, dpi: Float = 150) {
        image = PageImage(
            width: width, height: height, pixels: [UInt8](repeating: 255, count: width * height), dpi: dpi)
    }

    /// Fills a rectangle.
    mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, level: UInt8 = 0) {
        for row in rows { for column in columns { image.pixels[row * image.width + column] = level } }
    }

    /// A level line, in dashes where `dash` is given: pixels drawn, pixels left out.
    mutating func level(
        _ row: Int, _ columns: Range<Int>, thickness: Int = 1, level: UInt8 = 0, dash: (Int, Int)? = nil
    ) {
        for column in columns where isDrawn(column - columns.lowerBound, dash) {
            fill(column..<column + 1, row..<row + thickness, level: level)
        }
    }

    /// An upright line.
    mutating func upright(
        _ column: Int, _ rows: Range<Int>, thickness: Int = 1, level: UInt8 = 0, dash: (Int, Int)? = nil
    ) {
        for row in rows where isDrawn(row - rows.lowerBound, dash) {
            fill(column..<column + thickness, row..<row + 1, level: level)
        }
    }

    /// A grid of lines.
    mutating func grid(columns: [Int], rows: [Int], thickness: Int = 1, level: UInt8 = 0, dash: (Int, Int)? = nil) {
        for row in rows {
            self.level(row, columns[0]..<columns[columns.count - 1], thickness: thickness, level: level, dash: dash)
        }
        for column in columns {
            upright(column, rows[0]..<rows[rows.count - 1], thickness: thickness, level: level, dash: dash)
        }
    }

    /// Levels that differ from pixel to pixel, always in the same way.
    mutating func addNoise(_ most: Int) {
        var state: UInt32 = 1
        for place in image.pixels.indices {
            state = state &* 1_664_525 &+ 1_013_904_223
            let noise = Int(state >> 16) % (2 * most + 1) - most
            image.pixels[place] = UInt8(clamping: Int(image.pixels[place]) * 9 / 10 + 10 + noise)
        }
    }

    private func isDrawn(_ place: Int, _ dash: (Int, Int)?) -> Bool {
        guard let dash else { return true }
        return place % (dash.0 + dash.1) < dash.0
    }
}
