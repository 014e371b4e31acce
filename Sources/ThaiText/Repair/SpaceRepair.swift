/// Mends the spaces and line breaks of a text whose characters are sound: those that a layout put inside words go, runs
/// of spaces become one.
struct SpaceRepair: ~Copyable {
    private let text: [UInt8]
    private var builder: RepairBuilder

    private init(_ text: [UInt8]) {
        self.text = text
        builder = RepairBuilder(text)
    }

    /// The text with its spaces mended.
    static func repair(_ text: [UInt8], with spaces: inout LayoutSpaces) -> RepairedText {
        var repair = SpaceRepair(text)
        repair.run(&spaces)
        return repair.builder.finish()
    }

    private mutating func run(_ spaces: inout LayoutSpaces) {
        var index = 0
        while let start = nextBreak(from: index) {
            var end = start
            var lines = 0
            while end < text.count, text[end] == 0x20 || text[end] == 0x0A || text[end] == 0x0D {
                if text[end] == 0x0A { lines += 1 }
                end += 1
            }
            mend(start..<end, lines: lines, &spaces)
            index = end
        }
    }

    private func nextBreak(from start: Int) -> Int? {
        var index = text.firstASCIIBlankOrControl(from: start)
        while index < text.count, text[index] != 0x20, text[index] != 0x0A {
            index = text.firstASCIIBlankOrControl(from: index + 1)
        }
        return index < text.count ? index : nil
    }

    private mutating func mend(_ gap: Range<Int>, lines: Int, _ spaces: inout LayoutSpaces) {
        // An empty line parts paragraphs.
        if lines <= 1, spaces.isLayout(from: gap.lowerBound, to: gap.upperBound, in: text) {
            builder.replace(gap, with: [], kind: .layoutSpace)
        } else if lines == 0, gap.count > 1, gap.lowerBound > 0, text[gap.lowerBound - 1] != 0x0A {
            // Indentation stays.
            builder.replace(gap, with: [0x20], kind: .spaceRun)
        }
    }
}
