internal import ThaiText

/// Rows that tell of no measure: sums, notes, signatures.
extension RowGrouper {
    /// Whether a row holds signatures: nothing but names in brackets, or the words above them alone.
    func isSigned(_ cells: [Document.Cell], in document: Document) -> Bool {
        guard !cells.isEmpty, cells.count <= 3 else { return false }
        return cells.allSatisfy { cell in
            let key = PlainText.key(of: document.pieces[cell.pieces.range], in: document.text)
            return Signature.isCertain(key) || Signature.isBareClosing(key) && (cells.count > 1 || cell.column == 0)
        }
    }

    /// Whether the posts of those who signed stand below their names, beside one another.
    func isBelowSignature(_ cells: [Document.Cell], _ above: Document.Row?, in document: Document) -> Bool {
        guard let above, (2...3).contains(cells.count) else { return false }
        let names = document.cells.filled(above.cells)
        return names.count == cells.count && isSigned(names, in: document)
    }

    private static let total = PlainText.key("รวม")
    private static let totalWords = PhraseTable(words: ["รวม", "ยอดรวม", "ผลรวม", "total"])

    /// Whether a row holds sums: it begins with a word for them and goes on with a figure, or says `รวม` alone.
    func isTotal(
        _ cells: [Document.Cell], _ key: [UInt8], _ layout: Layout, in document: Document
    ) -> Bool {
        guard cells.count <= max(layout.columns - 2, 2), layout.columns >= 3 else { return false }
        guard key.count < 120, Self.totalWords.longestPhrase(in: key) != nil else { return false }
        return cells.dropFirst().contains { cell in
            let pieces = document.pieces[cell.pieces.range]
            guard let piece = pieces.first else { return false }
            return document.text.digit(at: Int(piece.span.start)).value >= 0
        } || key == Self.total
    }

    private static let noteWords = PhraseTable(words: [
        "หมายเหตุ", "คำอธิบาย", "คำชี้แจง", "ที่มา", "แหล่งที่มา", "ข้อสังเกต", "note", "remark", "ผู้จัดทำ", "ผู้รายงาน", "ผู้รวบรวม",
        "จัดทำโดย", "ผู้ตรวจสอบ", "ผู้รับรอง", "ผู้อนุมัติ",
    ])

    /// Whether a cell begins with a word for what is said of all rows: with a wide gap behind it, or in a table whose rows
    /// begin with numbers.
    func isSummary(_ cell: Document.Cell, _ layout: Layout, in document: Document) -> Bool {
        let (word, isAll) = firstWord(of: cell, in: document)
        return (layout.beginsWithNumbers || layout.isNumbered || !isAll)
            && Self.summaryWords.meaning(of: HeadingMatcher.core(word)) != nil
    }

    /// What a cell says before its first wide gap, and whether that is all of it.
    private func firstWord(of cell: Document.Cell, in document: Document) -> (word: [UInt8], isAll: Bool) {
        let range = document.span(of: cell.pieces).range
        let gap = range.dropLast().first { document.text[$0] == 0x20 && document.text[$0 + 1] == 0x20 }
        var key: [UInt8] = []
        PlainText.appendKey(of: range.lowerBound..<(gap ?? range.upperBound), in: document.text, to: &key)
        return (key, gap == nil)
    }

    private static let summaryWords = PhraseTable(words: [
        "สรุป", "สรุปผล", "ข้อขัดข้อง", "ปัญหา", "ปัญหาอุปสรรค", "ปัญหาและอุปสรรค", "ข้อเสนอแนะ", "หมายเหตุ", "ข้อสังเกต",
    ])

    /// Whether a row is a note below the rows of its table: it says so in its first cell, or stands below the sums or
    /// another note where rows have numbers and it has none.
    func isNote(
        _ row: Document.Row, _ cells: [Document.Cell], _ key: [UInt8], _ layout: Layout,
        above kind: Segmentation.Row.Kind, in document: Document
    ) -> Bool {
        guard let first = cells.first, layout.columns >= 4 else { return false }
        // `ผู้จัดทำ | นางสาว… | นักวิเคราะห์นโยบายและแผน`: the one who wrote, and the post.
        if cells.count == 3, layout.dialect != .aligned, first.column == 0,
            Self.noteWords.meaning(of: HeadingMatcher.core(key)) != nil
        {
            return Signature.isPerson(PlainText.key(of: cells[1].pieces, in: document, atMost: 200))
        }
        let isFirst = first.column == 0 || Int(first.column) == layout.number || Int(first.column) == layout.title
        // `สรุป  แล้วเสร็จ 5 ประเด็น  …`: gaps in a line of text make cells of it.
        if layout.dialect == .aligned, isFirst, row.isApart, isSummary(first, layout, in: document) { return true }
        guard cells.count <= 2 else { return false }
        if isFirst, Self.noteWords.meaning(of: HeadingMatcher.core(key)) != nil {
            // In a table whose lines are no rows, it may be the rest of a cell.
            return layout.dialect != .aligned || row.isApart
        }
        guard kind == .total || kind == .note, layout.isNumbered, let number = layout.number else { return false }
        return !isOrdinal(cell(number, of: row, in: document), in: document)
            && LineKind.sectionLevel(key) == nil && layout.times.allSatisfy { cell($0, of: row, in: document).isEmpty }
    }
}
