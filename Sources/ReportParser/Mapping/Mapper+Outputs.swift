internal import ThaiText

/// What came of a measure in one cell: what was made of it and what that was good for.
extension Mapper {
    private static let outputs = PhraseTable<ColumnRole>([
        ("ผลผลิต", .result), ("ผลผลิต (output)", .result), ("output", .result), ("ผลลัพธ์", .outcome),
        ("ผลลัพธ์ (outcome)", .outcome), ("outcome", .outcome),
    ])

    /// Reads `ผลผลิต ๓ ระบบ⏎ผลลัพธ์ เวลารอลดลง`: a cell whose lines say which of the two they tell.
    ///
    /// False where the lines do not, or one of the two is told already.
    mutating func readOutputs(_ owner: Ledger.Owner?) -> Bool {
        guard !cell.lineStarts.isEmpty, record.measure.result == nil, record.measure.outcome == nil else {
            return false
        }
        let bytes = cell.bytes
        var parts: [(role: ColumnRole, start: Int, value: Int)] = []
        for start in [0] + cell.lineStarts where start < bytes.count {
            guard let (length, role) = Self.outputs.longestPhrase(in: bytes, at: start) else { continue }
            let end = start + length
            guard end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x0A || bytes[end] == 0x3A else { continue }
            var value = bytes.skipBlanks(from: end, to: bytes.count)
            while value < bytes.count, [0x3A, 0x0A, 0x20].contains(bytes[value]) { value += 1 }
            parts.append((role, start, value))
        }
        guard parts.count == 2, parts[0].start == 0, parts[0].role != parts[1].role else { return false }
        for (part, end) in zip(parts, [parts[1].start, bytes.count]) {
            mark(part.start..<part.value, owner)
            let body = behindBullet(bytes.trimmed(part.value..<max(part.value, end)), owner)
            guard !body.isEmpty else { continue }
            if bytes[body].allSatisfy({ $0 == 0x2D }) {
                mark(body, owner)
            } else if part.role == .result {
                record.measure.result = text(body, owner: owner)
                collect(body, .result)
            } else {
                record.measure.outcome = text(body, owner: owner)
                collect(body, .outcome)
            }
        }
        return true
    }
}
