/// A repaired text as plain bytes, to be handed from one process of a program to another of the same build.
extension RepairedText {
    /// The changes, five numbers each: the kind, and the ends of the two ranges.
    public var encodedChanges: [Int] {
        let kinds = Repair.Kind.allCases
        return allChanges.flatMap { change in
            [
                change.kind.flatMap { kinds.firstIndex(of: $0) } ?? -1, change.source.lowerBound,
                change.source.upperBound, change.range.lowerBound, change.range.upperBound,
            ]
        }
    }

    /// The text with the changes that ``encodedChanges`` gave; `nil` where they do not fit it.
    ///
    /// - Parameters:
    ///   - source: the text as it was.
    ///   - bytes: the repaired text.
    ///   - numbers: the changes.
    public init?(source: [UInt8], bytes: [UInt8], encodedChanges numbers: [Int]) {
        guard numbers.count.isMultiple(of: 5) else { return nil }
        let kinds = Repair.Kind.allCases
        var changes: [Change] = []
        for index in stride(from: 0, to: numbers.count, by: 5) {
            let (kind, ends) = (numbers[index], numbers[index + 1...index + 4].map(\.self))
            guard kind < kinds.count, ends[0] >= 0, ends[0] <= ends[1], ends[1] <= source.count, ends[2] >= 0,
                ends[2] <= ends[3], ends[3] <= bytes.count
            else { return nil }
            changes.append(
                Change(kind: kind < 0 ? nil : kinds[kind], source: ends[0]..<ends[1], range: ends[2]..<ends[3]))
        }
        self.init(source: source, bytes: bytes, changes: changes)
    }
}
