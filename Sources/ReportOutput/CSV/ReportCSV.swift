public import ReportParser
internal import ThaiText

/// Writes reports as comma-separated values: one row a measure, the facts of its report repeated in each.
///
/// Rows are as RFC 4180 asks, the text is UTF-8. A byte order mark at the beginning has Excel open it in Thai by a
/// double click. A text that a spreadsheet would take for a formula begins with `'`, as OWASP advises.
public struct ReportCSV {
    private var bytes: [UInt8] = []

    /// What stands above all reports: the byte order mark and the headings.
    public static let header: [UInt8] = {
        var table = ReportCSV()
        table.bytes = [0xEF, 0xBB, 0xBF]
        for (index, column) in MeasureColumn.all.enumerated() {
            if index > 0 { table.bytes.append(0x2C) }
            table.bytes.append(contentsOf: column.name.utf8)
        }
        return table.bytes + [0x0D, 0x0A]
    }()

    /// A row for each measure of a report, below the header if that is wanted.
    public static func bytes(of report: Report, withHeader: Bool) -> [UInt8] {
        var table = ReportCSV()
        if withHeader { table.bytes = header }
        for row in MeasureRow.all(of: report) {
            for (index, column) in MeasureColumn.all.enumerated() {
                if index > 0 { table.bytes.append(0x2C) }
                table.append(column.value(row))
            }
            table.bytes += [0x0D, 0x0A]
        }
        return table.bytes
    }

    private init() {}

    private mutating func append(_ value: FlatValue) {
        switch value {
        case .null: break
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .decimal(let number): bytes.append(contentsOf: number.description.utf8)
        case .share(let share): bytes.append(contentsOf: FlatShare.digits(share).utf8)
        case .date(let day): day.write(to: &bytes)
        case .text(let text): append(text)
        }
    }

    private mutating func append(_ text: [UInt8]) {
        let isFormula = Self.beginsLikeFormula(text)
        guard isFormula || text.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            bytes += text
            return
        }
        bytes.append(0x22)
        if isFormula { bytes.append(0x27) }
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Whether a spreadsheet may take the text for a formula: `=`, `+`, `-`, `@`, a tab or a return come first,
    /// or one of their full-width forms.
    static func beginsLikeFormula(_ text: [UInt8]) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: return true
        case 0xEF: return text.count > 2 && text[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
        default: return false
        }
    }
}

/// A number from 0 to 1 with at most two decimals, as in the JSON.
enum FlatShare {
    static func digits(_ value: Double) -> String {
        let hundredths = Int(min(max(value, 0), 1) * 100 + 0.5)
        return ExactDecimal(significand: Int128(hundredths), scale: 2)?.description ?? "0"
    }
}
