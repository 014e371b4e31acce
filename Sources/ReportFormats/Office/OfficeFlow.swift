internal import ReportParser

/// Hands the blocks of an office document to the builder of the document.
struct OfficeFlow: Sendable {
    private var builder = DocumentBuilder()
    private var blanks = 0

    /// Adds a block.
    mutating func add(_ block: OfficeBlock) {
        switch block {
        case .paragraph(let paragraph): add(paragraph)
        case .table(let table):
            if let framed = table.framed {
                for block in framed { add(block) }
            } else {
                add(table)
            }
        case .pageBreak:
            builder.breakPage()
            blanks = 0
        }
    }

    /// Adds text of the head or foot of pages.
    mutating func addFurniture(_ blocks: [OfficeBlock]) {
        for run in blocks.cellRuns {
            builder.beginFurniture()
            builder.append(run.text)
        }
    }

    /// Adds a sheet of a workbook.
    mutating func add(_ sheet: SheetTable) { sheet.write(to: &builder) }

    /// The document that the blocks make.
    consuming func finish() -> Document { builder.finish() }

    private mutating func add(_ paragraph: OfficeParagraph) {
        guard !paragraph.isBlank else {
            blanks += 1
            return
        }
        builder.beginLine(
            headingLevel: paragraph.headingLevel, isBold: paragraph.isBold, indent: paragraph.indent,
            blanksBefore: blanks)
        builder.append(paragraph.text)
        blanks = 0
    }

    private mutating func add(_ table: OfficeTable) {
        blanks = 0
        builder.beginTable()
        for row in table.rows {
            builder.beginRow(isHeading: row.isHeading)
            for cell in row.cells {
                builder.beginCell(at: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
                for run in cell.blocks.cellRuns { builder.append(run.text, joint: run.joint) }
            }
        }
        builder.endTable()
    }
}
