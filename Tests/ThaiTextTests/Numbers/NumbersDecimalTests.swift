import Testing
import ThaiText

@Suite("Exact decimals")
struct NumbersDecimalTests {
    static let cells: [(text: String, number: String?)] = [
        ("๑,๒๓๔.๕๐", "1234.5"), ("-8", "-8"), ("(1,200.00)", "-1200"), ("๔๐,๐๐๐.-", "40000"), (" 42 ", "42"),
        ("−๕", "-5"), ("+3", "3"), ("0.25", "0.25"), ("00.50", "0.5"),
        ("12345678901234567890.12", "12345678901234567890.12"),
        ("๐", "0"), ("0.000", "0"), ("-0.00", "0"), ("๐๑๘", nil), ("1,23", nil), ("1,2345", nil), ("12,34,567", nil),
        ("1.2.3", nil), ("๑.", nil), ("", nil), ("-", nil), ("()", nil), ("(-5)", nil), ("5 คน", nil), ("1 2", nil),
        ("9999999999999999999999999999999999999", nil),
    ]

    @Test("A cell is one number or none", arguments: cells)
    func cell(text: String, number: String?) {
        #expect(ExactDecimal(text)?.description == number)
    }

    @Test("Money takes its sign and unit")
    func money() {
        for text in ["฿3,300", "3,300 บาท", "๓,๓๐๐.๐๐ บาทถ้วน", "THB 3300", "๓,๓๐๐.-", "3,300"] {
            let bytes = Array(text.utf8)
            #expect(bytes.money(in: 0..<bytes.count) == ExactDecimal(3300), "\(text)")
        }
        let other = Array("3,300 คน".utf8)
        #expect(other.money(in: 0..<other.count) == nil)
    }

    @Test("Sums are exact where binary floating point is not")
    func sums() throws {
        let tenth = try #require(ExactDecimal("0.1"))
        let fifth = try #require(ExactDecimal("0.2"))
        #expect((tenth + fifth)?.description == "0.3")
        #expect((tenth - fifth)?.description == "-0.1")
        #expect(ExactDecimal.sum(Array(repeating: tenth, count: 10)) == ExactDecimal(1))
        #expect(ExactDecimal("2.675")?.multiplied(byPowerOfTen: 2)?.description == "267.5")
    }

    @Test("Equal numbers are equal values, and order is by size")
    func order() throws {
        #expect(ExactDecimal("87.50") == ExactDecimal("87.5"))
        let sorted = try ["-2.5", "-2", "0", "0.05", "0.1", "3", "20"].map { try #require(ExactDecimal($0)) }
        #expect(sorted.reversed().sorted() == sorted)
        let large = try #require(ExactDecimal(significand: Int128(Int.max) * 1_000_000_000_000))
        let small = try #require(ExactDecimal(significand: 1, scale: 36))
        #expect(small < large)
        #expect(-large < small)
        #expect(-large < -small)
    }

    @Test("What does not fit is told and does not trap")
    func overflow() throws {
        let large = try #require(ExactDecimal("999999999999999999999999999999999999"))
        #expect(large + large == nil)
        #expect(large.multiplied(byPowerOfTen: 1) == nil)
        #expect(large.multiplied(byPowerOfTen: .max) == nil)
        #expect(large.multiplied(byPowerOfTen: .min) == nil)
        #expect(ExactDecimal(significand: .max) == nil)
        #expect(ExactDecimal(significand: .min) == nil)
        #expect(ExactDecimal(1).divided(by: .zero) == nil)
        #expect((large + (try #require(ExactDecimal(significand: 1, scale: 36)))) == nil)
    }
}
