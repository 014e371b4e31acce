public import ReportParser
internal import ThaiText

/// Writes reports to an SQLite database, each in one transaction; a report of the same name is replaced.
///
/// The tables are those of `schema.sql`. A program that is killed leaves the reports written so far, whole.
public final class ReportDatabase {
    let database: SQLiteDatabase
    private var segmenter: WordSegmenter

    /// Opens the database at `path`, or makes it.
    ///
    /// - Throws: ``DatabaseProblem`` where it cannot be opened or is no database; an ICU error where the system's ICU
    ///   lacks Thai words.
    public init(_ path: String) throws {
        segmenter = try WordSegmenter(.words)
        database = try SQLiteDatabase(path)
        // Readers and a kill at any time find the last whole report; one write to the disk for many reports.
        try database.run(script: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;")
        try database.run(script: String(decoding: PackageResources.schema_sql, as: UTF8.self))
    }

    /// Writes a report in the place of the one with its name.
    public func write(_ report: Report) throws {
        try database.run(script: "BEGIN IMMEDIATE")
        do {
            try insert(report)
            try database.run(script: "COMMIT")
        } catch {
            try? database.run(script: "ROLLBACK")
            throw error
        }
    }

    /// Makes the file stand for itself, without the log beside it.
    public func finish() throws {
        try database.run(script: "PRAGMA optimize; PRAGMA journal_mode = DELETE")
    }

    private func insert(_ report: Report) throws {
        let source = report.source
        try database.run("DELETE FROM reports WHERE name = ?", [FlatValue(source.name)])
        try database.insert(
            into: "reports",
            [
                "name": FlatValue(source.name), "sha256": FlatValue(source.sha256), "bytes": .integer(source.bytes),
                "format": FlatValue(source.format), "encoding": FlatValue(source.encoding),
                "pages": FlatValue(source.pages), "title": FlatValue(report.title, of: report),
                "agency": FlatValue(report.agency?.name, of: report), "agency_kind": FlatValue(report.agency?.kind),
                "district": FlatValue(report.agency?.district, of: report),
                "province": FlatValue(report.agency?.province, of: report),
                "fiscal_year_be": FlatValue(report.fiscalYear),
                "period_text": FlatValue(report.period?.text, of: report),
                "period_months": FlatValue(report.period?.months), "period_start": FlatValue(report.period?.start),
                "period_end": FlatValue(report.period?.end), "characters": .integer(report.coverage.characters),
                "dropped": .integer(report.coverage.dropped),
            ])
        let id = database.lastRow
        var measures: [Int] = []
        for row in MeasureRow.all(of: report) { measures.append(try insert(row, of: id)) }
        for finding in report.findings {
            try database.insert(
                into: "findings",
                [
                    "report_id": .integer(id), "measure_id": FlatValue(finding.measure.map { measures[$0] }),
                    "rule": FlatValue(finding.rule), "severity": FlatValue(finding.severity.rawValue),
                    "message_th": FlatValue(finding.thai), "message_en": FlatValue(finding.english),
                    "field": FlatValue(finding.field),
                    "line": FlatValue(finding.span.map { report.lines.line(at: Int($0.start)) }),
                ])
        }
        for (index, table) in report.tables.enumerated() { try insert(table, index + 1, of: report, id) }
    }

    private func insert(_ table: OtherTable, _ ordinal: Int, of report: Report, _ id: Int) throws {
        try database.insert(
            into: "tables",
            [
                "report_id": .integer(id), "ordinal": .integer(ordinal), "kind": FlatValue(table.kind.rawValue),
                "caption": FlatValue(table.caption, of: report),
            ])
        let tableID = database.lastRow
        for (row, cells) in ([table.columns] + table.rows).enumerated() {
            for (column, cell) in cells.enumerated() {
                let text = FlatValue(cell, of: report)
                guard text != .null else { continue }
                try database.insert(
                    into: "table_cells",
                    [
                        "table_id": .integer(tableID), "row": .integer(row), "column": .integer(column + 1),
                        "text": text,
                    ])
            }
        }
    }

    /// Texts as full-text search wants them: their words parted by blanks.
    func words(of texts: [FieldText], in report: Report) -> FlatValue {
        var words: [[UInt8]] = []
        for text in texts {
            let bytes = report.bytes(of: text)
            segmenter.forEachSegment(of: bytes, in: 0..<bytes.count) { range in
                if bytes[range].contains(where: { $0 > 0x20 }) { words.append(Array(bytes[range])) }
            }
        }
        return FlatValue(words, separator: " ")
    }
}
