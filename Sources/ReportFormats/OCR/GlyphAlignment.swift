/// Finds which letters of the engine's are which of the glyphs that are drawn.
///
/// The engine reads a line as a whole and places its letters afterwards, often half a letter off; blanks and digits
/// need the glyph itself. The cheapest way through both rows tells it, as spelling is compared.
enum GlyphAlignment {
    /// Sets the glyphs of each unit of a line.
    static func align(_ units: inout [LetterUnit], with glyphs: [InkGlyph], letter: Int) {
        let (n, m) = (units.count, glyphs.count)
        guard n > 0, m > 0, n <= mostLetters, m <= mostLetters else { return }
        let width = m + 1
        var costs = [Double](repeating: .infinity, count: (n + 1) * width)
        var steps = [UInt8](repeating: 0, count: (n + 1) * width)
        costs[0] = 0
        let matcher = Matcher(units: units, glyphs: glyphs, letter: Double(letter))
        for i in 0...n {
            // Rows as long as that stay close to their diagonal.
            for j in 0...m {
                let cost = costs[i * width + j]
                guard cost < .infinity else { continue }
                for (index, step) in Step.all.enumerated() where i + step.units <= n && j + step.glyphs <= m {
                    let next = (i + step.units) * width + j + step.glyphs
                    let sum = cost + matcher.cost(of: step, unit: i, glyph: j)
                    if sum < costs[next] {
                        costs[next] = sum
                        steps[next] = UInt8(index)
                    }
                }
            }
        }
        var (i, j) = (n, m)
        while i > 0 || j > 0 {
            let step = Step.all[Int(steps[i * width + j])]
            if step.units > 0, step.glyphs > 0 {
                for unit in i - step.units..<i { units[unit].glyphs = j - step.glyphs..<j }
            }
            i -= step.units
            j -= step.glyphs
        }
    }

    /// A line with more has no blanks that can be told.
    private static let mostLetters = 600

    /// How many letters are how many glyphs.
    private struct Step {
        let units: Int, glyphs: Int

        static let all = [
            Step(units: 1, glyphs: 1), Step(units: 0, glyphs: 1), Step(units: 1, glyphs: 0),
            Step(units: 2, glyphs: 1), Step(units: 1, glyphs: 2), Step(units: 3, glyphs: 1),
            Step(units: 4, glyphs: 1), Step(units: 1, glyphs: 3),
        ]
    }

    private struct Matcher {
        let units: [LetterUnit]
        let glyphs: [InkGlyph]
        let letter: Double

        func cost(of step: Step, unit: Int, glyph: Int) -> Double {
            switch (step.units, step.glyphs) {
            case (0, _): return Double(glyphs[glyph].bodyHeight) < letter * 0.35 ? 0.25 : 0.9
            case (_, 0): return units[unit].isSmall ? 0.5 : 0.8
            case (1, 1): return distance(unit, unit, glyph, glyph) + shape(unit, glyph)
            case (1, _):
                let last = glyph + step.glyphs - 1
                let isTorn = glyphs[glyph + 1...last].allSatisfy { Double($0.gap) < letter * 0.4 }
                let parts = Double(step.glyphs - 2) * 0.4 + (units[unit].hasTwoParts ? 0.1 : 0.5)
                return distance(unit, unit, glyph, last) + parts + (isTorn ? 0 : 1.5)
            case (let count, _):
                let isWide = Double(glyphs[glyph].box.width) > letter * 0.65 * Double(count)
                return distance(unit, unit + count - 1, glyph, glyph) + (isWide ? 0.1 : 0.5) * Double(count - 1)
            }
        }

        private func distance(_ first: Int, _ last: Int, _ from: Int, _ to: Int) -> Double {
            let place = (units[first].left + units[last].right) / 2
            let drawn = Double(glyphs[from].box.left + glyphs[to].box.right) / 2
            return min(3, abs(place - drawn) / letter * 0.5)
        }

        /// What it costs that a letter is as small as a sign, or a sign as large as a letter.
        private func shape(_ unit: Int, _ glyph: Int) -> Double {
            let isSmall = Double(glyphs[glyph].bodyHeight) < letter * 0.5
            return isSmall == units[unit].isSmall ? 0 : 0.6
        }
    }
}
