internal import ThaiText

/// Units that a heading names for all measures below it: `ส่วนราชการ : กองคลัง`.
extension Mapper {
    /// The units of a heading, and its level.
    struct HeadingUnits {
        var level: Int
        /// Slice of ``Report/texts``.
        var units: Slice32
    }

    /// Remembers the units that a heading names; those of headings that it ends are forgotten.
    ///
    /// The heading stands in ``cell``.
    mutating func takeHeadingUnits(level: Int) {
        if let known = headingUnits, known.level >= level { headingUnits = nil }
        guard cell.bytes.count <= Self.longestUnitHeading,
            LineKind.namesUnits(PlainText.key(String(decoding: cell.bytes, as: UTF8.self))),
            let colon = cell.bytes.firstIndex(of: 0x3A)
        else { return }
        let (ranges, _) = units.units(in: colon + 1..<cell.bytes.count, of: cell)
        guard !ranges.isEmpty, ranges.allSatisfy({ units.isNamedUnit($0, in: cell.bytes) }) else { return }
        let first = report.texts.count
        for range in ranges {
            if let unit = text(range, owner: nil) { report.texts.append(unit) }
        }
        headingUnits = HeadingUnits(level: level, units: Slice32(first..<report.texts.count))
    }

    /// In bytes: a longer line is no heading of units.
    private static let longestUnitHeading = 300
}
