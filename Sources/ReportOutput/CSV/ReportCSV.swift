public import ReportParser
internal import ThaiText

/// Writes reports as comma-separated values: one row a measure, the facts of its report repeated in each.
///
/// Rows are as RFC 4180 asks, the text is UTF-8. A byte order mark at the beginning has Excel open it in Thai by a
/// double click. A text that a spreadsheet would take for a formula begins with `'`, as OWASP advises.
public struct ReportCSV {
    /// Takes bytes as they come.
    public typealias Sink = (UnsafeBufferPointer<UInt8>) throws -> Void

    private let sink: Sink
    private var bytes: [UInt8] = []

    /// Begins a table with its headings.
    public init(to sink: @escaping Sink) throws {
        self.sink = sink
        bytes = [0xEF, 0xBB, 0xBF]
        for (index, column) in MeasureColumn.all.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            bytes.append(contentsOf: column.name.utf8)
        }
        try endRow()
    }

    /// Adds a row for each measure of a report.
    public mutating func write(_ report: Report) throws {
        for index in report.measures.indices {
            let row = MeasureRow(report: report, index: index)
            for (index, column) in MeasureColumn.all.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                append(column.value(row))
            }
            try endRow()
        }
    }

    private mutating func endRow() throws {
        bytes += [0x0D, 0x0A]
        try bytes.withUnsafeBufferPointer(sink)
        bytes.removeAll(keepingCapacity: true)
    }

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
