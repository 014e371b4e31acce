internal import ThaiText

/// A record whose fields stand beside or below their labels, on its way to a table of one row.
struct LabelledRecord {
    struct Field {
        var role: ColumnRole
        var certainty: Double
        /// The label with its bullet and colon.
        var label: [Piece]
        var value: [Piece]
    }

    /// The lines that name the record.
    var title: [Piece] = []
    var fields: [Field] = []

    var roles: Set<ColumnRole> { Set(fields.map(\.role)) }

    /// Adds pieces to the value of the last field; the first of them begins a new line.
    mutating func extend(_ pieces: some Collection<Piece>, joint: Piece.Joint) {
        guard !fields.isEmpty else {
            append(pieces, joint, to: &title)
            return
        }
        append(pieces, joint, to: &fields[fields.count - 1].value)
    }

    private func append(_ pieces: some Collection<Piece>, _ joint: Piece.Joint, to list: inout [Piece]) {
        let isFirst = list.isEmpty
        list.join(pieces, by: joint)
        if isFirst, !list.isEmpty { list[0].joint = .none }
    }

    private static let brackets: Set<UInt8> = [0x5B, 0x5D, 0x28, 0x29]

    /// Takes a first line that only counts (`มาตรการที่ 1`) for the number of a record that a field names.
    mutating func numberByTitle(in document: Document) {
        guard !title.isEmpty, fields.contains(where: { $0.role == .title }) else { return }
        let key = PlainText.key(of: title[...], in: document.text).filter { !Self.brackets.contains($0) }
        guard !fields.contains(where: { $0.role == .number }), LineKind.isCount(key) else { return }
        fields.insert(Field(role: .number, certainty: 1, label: [], value: title), at: 0)
        title = []
    }

    /// Adds the record to a segmentation, as a table of one row.
    func append(to result: inout Segmentation) {
        guard !fields.isEmpty || !title.isEmpty else { return }
        var table = Segmentation.Table(columns: [], isLabelled: true)
        let firstCell = result.document.cells.count
        if !title.isEmpty {
            let match = HeadingMatcher.Match(role: .title, certainty: 1)
            table.columns.append(Segmentation.Column(match: match))
            result.appendCell(result.document.append(pieces: title), column: 0)
        }
        for field in fields {
            let match = HeadingMatcher.Match(role: field.role, certainty: field.certainty)
            let column = table.columns.count
            table.columns.append(
                Segmentation.Column(heading: result.document.append(pieces: field.label), match: match))
            guard !field.value.isEmpty else { continue }
            result.appendCell(result.document.append(pieces: field.value), column: column)
        }
        table.rows = Slice32(result.rows.count..<result.rows.count + 1)
        result.rows.append(Segmentation.Row(kind: .record, cells: Slice32(firstCell..<result.document.cells.count)))
        result.segments.append(.table(result.tables.count))
        result.tables.append(table)
    }
}

extension Document {
    /// The parts of pieces that lie in `range`.
    func clip(_ slice: Slice32, to range: Range<Int>) -> [Piece] {
        var result: [Piece] = []
        for piece in pieces[slice.range] {
            guard piece.form == .text else {
                // A box or a reference is one sign: it belongs to the part that it begins in.
                guard range.contains(Int(piece.span.start)) else { continue }
                result.append(piece)
                continue
            }
            let inner = text.trimmed(piece.span.range.clamped(to: range))
            guard !inner.isEmpty else { continue }
            var part = piece
            part.span = SourceSpan(inner)
            if result.isEmpty { part.joint = .none }
            result.append(part)
        }
        return result
    }
}
