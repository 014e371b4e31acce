import Testing

@testable import ReportFormats

@Suite("number formats of sheets") struct NumberFormatTests {
    @Test(
        "numbers are shown as the sheet shows them",
        arguments: [
            ("0", "12.5", "13"), ("0.00", "-1.005", "-1.01"), ("#,##0.00", "1234567.891", "1,234,567.89"),
            ("#,##0", "999.5", "1,000"), ("#,##0.##", "5", "5."), ("0%", "0.125", "13%"),
            ("0.00E+00", "12345", "1.23E+04"),
            ("0.0,", "12345", "12.3"), ("General", "1E-3", "0.001"), ("General", "123456789012", "1.23457E+11"),
            ("#,##0;[Red](#,##0);\"-\"", "-42", "(42)"), ("#,##0;[Red](#,##0);\"-\"", "0", "-"),
            ("[>=1000]#,##0\" บาท\";0\" สตางค์\"", "1500", "1,500 บาท"),
            ("[>=1000]#,##0\" บาท\";0\" สตางค์\"", "75", "75 สตางค์"), ("[$฿-41E]#,##0.00", "10", "฿10.00"),
            ("t#,##0.00", "1234.5", "๑,๒๓๔.๕๐"), ("[$-D000000]0", "2567", "๒๕๖๗"), ("\\ข\\้\\อ 0", "3", "ข้อ 3"),
            ("000-000-0000", "21234567", "002-123-4567"), ("0.0", "0.04", "0.0"), ("0.0", "-0.04", "0.0"),
        ])
    func numbers(code: String, value: String, shown: String) {
        #expect(NumberFormat(code).text(of: value) == shown)
    }

    @Test(
        "dates are shown in their calendar, language and digits",
        arguments: [
            ("d/m/yyyy", "44909", "14/12/2022"), ("[$-107041E]d mmmm yyyy", "44909", "14 ธันวาคม 2565"),
            ("[$-D07041E]d mmm yy;@", "44909", "๑๔ ธ.ค. ๖๕"), ("[$-41E]dddd d mmmm yyyy", "44909", "พุธ 14 ธันวาคม 2022"),
            ("d/m/bbbb", "44909", "14/12/2565"), ("[~buddhist]d/m/yy", "44909", "14/12/65"),
            ("dd-mmm-yy", "44909", "14-Dec-22"), ("h:mm AM/PM", "0.75", "6:00 PM"),
            ("yyyy-mm-dd hh:mm", "44909.5", "2022-12-14 12:00"),
            ("mm:ss.00", "0.000014", "00:01.21"), ("[h]:mm", "1.5", "36:00"), ("d/m/yyyy", "60", "29/2/1900"),
            ("d/m/yyyy", "61", "1/3/1900"), ("d/m/yyyy", "-1", "-1"),
        ])
    func dates(code: String, value: String, shown: String) {
        #expect(NumberFormat(code).text(of: value) == shown)
    }

    @Test("a calendar of 1904 is four years and a day ahead")
    func macDates() {
        #expect(NumberFormat("d/m/yyyy").text(of: "43447", since1904: true) == "14/12/2022")
    }

    @Test("text stays, within the words that its format puts around it")
    func text() {
        #expect(NumberFormat("0;0;0;\"ข้อ \"@").text(around: "ก") == "ข้อ ก")
        #expect(NumberFormat("0.00").text(around: "ก") == "ก")
        #expect(NumberFormat("0.00").text(of: "ไม่ใช่ตัวเลข") == "ไม่ใช่ตัวเลข")
    }

    @Test(
        "numbers of lists",
        arguments: [
            (ListNumeral.thaiDigit, 25, "๒๕"), (.thaiLetter, 1, "ก"), (.thaiLetter, 41, "ฮ"), (.thaiLetter, 42, "กก"),
            (.thaiWord, 21, "ยี่สิบเอ็ด"), (.thaiWord, 110, "หนึ่งร้อยสิบ"), (.upperRoman, 1994, "MCMXCIV"),
            (.lowerLetter, 28, "bb"),
            (.padded(3), 7, "007"), (.circled, 3, "③"), (.ordinal, 12, "12th"), (.dashed, 2, "- 2 -"),
            (.upperRoman, 0, "0"),
        ])
    func numerals(numeral: ListNumeral, number: Int, shown: String) {
        #expect(numeral.text(number) == shown)
    }

    @Test("marks of notes are raised", arguments: [(1, "¹"), (20, "²⁰"), (-3, "-3")])
    func marks(number: Int, shown: String) {
        #expect(WordNotes.mark(number) == shown)
    }
}
