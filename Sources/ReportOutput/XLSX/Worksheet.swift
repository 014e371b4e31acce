internal import CXLSXWriter
internal import ThaiText

/// A sheet that grows row by row below its headings, which stay in sight and can be filtered by.
struct Worksheet {
    /// A row more than a sheet can have.
    static let rowLimit = 1_048_576
    /// Excel's limit of a cell, in UTF-16 units.
    private static let cellLimit = 32_767

    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: WorkbookFormats
    private let columns: Int
    private(set) var rows = 1

    init(_ name: String, headings: [String], in book: UnsafeMutablePointer<lxw_workbook>, _ formats: WorkbookFormats)
        throws(WorkbookProblem)
    {
        guard let sheet = workbook_add_worksheet(book, name) else { throw WorkbookProblem("no room for a sheet") }
        self.sheet = sheet
        self.formats = formats
        columns = headings.count
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_set_column(sheet, 0, UInt16(clamping: max(columns - 1, 0)), 18, nil)
        for (column, heading) in headings.enumerated() {
            worksheet_write_string(sheet, 0, UInt16(column), heading, formats.heading)
        }
    }

    /// Adds a row.
    mutating func append(_ values: [FlatValue]) throws(WorkbookProblem) {
        guard rows < Self.rowLimit else { throw WorkbookProblem("a sheet holds no more than 1,048,575 rows") }
        for (index, value) in values.enumerated() { try write(value, UInt32(rows), UInt16(index)) }
        rows += 1
    }

    /// Sets the filter over all rows.
    func finish() {
        worksheet_autofilter(sheet, 0, 0, UInt32(max(rows - 1, 0)), UInt16(clamping: max(columns - 1, 0)))
    }

    private func write(_ value: FlatValue, _ row: UInt32, _ column: UInt16) throws(WorkbookProblem) {
        let status: lxw_error
        switch value {
        case .null: return
        case .integer(let number): status = worksheet_write_number(sheet, row, column, Double(number), nil)
        case .share(let share):
            status = worksheet_write_number(sheet, row, column, (share * 100).rounded() / 100, nil)
        case .decimal(let number):
            // Spreadsheets know no other numbers: 15 digits are exact, which sums in baht do not pass.
            guard let double = Double(number.description) else { return }
            status = worksheet_write_number(sheet, row, column, double, formats.money)
        case .date(let day):
            var date = lxw_datetime()
            date.year = Int32(day.year)
            date.month = Int32(day.month)
            date.day = Int32(day.day)
            // Excel's calendar begins in 1900.
            status =
                day.year >= 1900
                ? worksheet_write_datetime(sheet, row, column, &date, formats.day)
                : worksheet_write_string(sheet, row, column, day.description, nil)
        case .text(let bytes):
            status = worksheet_write_string(sheet, row, column, Self.fitting(bytes), formats.text)
        }
        if status != LXW_NO_ERROR { throw WorkbookProblem(String(cString: lxw_strerror(status))) }
    }

    /// The text as a cell can hold it: a longer one ends with a note, the whole is in the JSON.
    private static func fitting(_ bytes: [UInt8]) -> String {
        // A NUL would end the text.
        let text = String(decoding: bytes.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
        guard bytes.count > cellLimit, text.utf16.count > cellLimit else { return text }
        var units = 0
        let note = " […]"
        let end = text.unicodeScalars.firstIndex { scalar in
            units += UTF16.width(scalar)
            return units > cellLimit - note.utf16.count
        }
        return String(text[..<(end ?? text.endIndex)]) + note
    }
}

/// Why a workbook could not be written.
public struct WorkbookProblem: Error {
    /// The words of the library, or ours.
    public let message: String

    init(_ message: String) { self.message = message }
}

/// How cells look.
struct WorkbookFormats {
    let heading: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let money: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        heading = workbook_add_format(book)
        format_set_bold(heading)
        text = workbook_add_format(book)
        format_set_text_wrap(text)
        format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        money = workbook_add_format(book)
        format_set_num_format(money, "#,##0.00")
        day = workbook_add_format(book)
        format_set_num_format(day, "yyyy-mm-dd")
    }
}
