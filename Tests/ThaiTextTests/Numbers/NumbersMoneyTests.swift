import Testing
import ThaiText

@Suite("Money and percentages")
struct NumbersMoneyTests {
    /// Amounts in digits.
    static let amounts: [(text: String, numbers: String)] = [
        ("๕๐๐บาท", "500 THB"),
        ("1,250.75 บาท", "1250.75 THB"),
        ("฿ ๙๙", "99 THB"),
        ("๓,๐๐๐.๐๐ บาท", "3000 THB"),
        ("๕๐๐.-", "500 THB"),
        ("THB 1,500", "1500 THB"),
        ("1,500 THB", "1500 THB"),
        ("๑๐๐ บาทถ้วน", "100 THB"),
        ("วงเงิน ๔๙๙,๐๐๐ บาท", "499000 THB"),
        ("เป็นเงิน ๒๕,๐๐๐ บ.", "25000 THB"),
        ("๕๐ บาท ๒๕ สตางค์", "50.25 THB"),
        ("๕,๐๐๐ บาท (ห้าพันบาทถ้วน)", "5000 THB"),
        ("500 baht", "500 THB"),
        ("๕๐๐ ฿", "500 THB"),
        ("๑,๐๐๐,-", "1000 THB"),
        ("ไม่เกิน ๕๐๐,๐๐๐ บาท", "500000 THB"),
        ("อัตรา ๓๐๐ บาท/คน/วัน", "300 THB"),
    ]

    @Test("Amounts in digits are baht", arguments: amounts)
    func amountsGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }

    /// Amounts whose commas character recognition took for points.
    static let pointsForCommas: [(text: String, numbers: String)] = [
        ("145.000.-", "145000 THB"),
        ("62.500.00 บาท", "62500 THB"),
        ("๑.๒๓๔.๕๖๗.๕๐ บาท", "1234567.5 THB"),
        ("62.500,00", "62500"),
        ("1.234.567", "1234567"),
        ("งบประมาณ ๑๔๕.๐๐๐ บาท", "145000 THB"),
        ("3.141 ล้านบาท", "3141000 THB"),
        ("0.125 บาท", "0.125 THB"),
        ("ร้อยละ 12.345", "12.345 %"),
        ("1.234, 5.678", "1.234;5.678"),
    ]

    @Test("Points that must have been commas group", arguments: pointsForCommas)
    func pointsGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }

    /// Amounts with ล้าน, แสน and the like.
    static let scaledAmounts: [(text: String, numbers: String)] = [
        ("๑.๕ ล้านบาท", "1500000 THB"),
        ("๕ พันบาท", "5000 THB"),
        ("๓ หมื่นบาท", "30000 THB"),
        ("๑.๒ แสนล้านบาท", "120000000000 THB"),
        ("๒ พันล้านบาท", "2000000000 THB"),
        ("3.25 ล้านบาท", "3250000 THB"),
        ("๑๕ล้านบาท", "15000000 THB"),
        ("๓ หมื่น ๕ พันบาท", "35000 THB"),
        ("๑ ล้าน ๕ แสน ๒ หมื่นบาท", "1520000 THB"),
        ("กว่า ๓ ล้านบาท", "3000000 THB"),
        ("หนึ่งจุดห้าล้านบาท", "1500000 THB"),
        ("ครึ่งล้านบาท", "500000 THB"),
        ("สองล้านครึ่ง", "2500000"),
        ("๕ ร้อยล้านบาท", "500000000 THB"),
        ("๐.๕ ล้านบาท", "500000 THB"),
        ("๑,๒๕๐ ล้านบาท", "1250000000 THB"),
        ("งบประมาณ ๑๒.๕ ลบ.", "12500000 THB"),
        ("๒๐ กว่าล้านบาท", "20000000 THB"),
        ("สิบกว่าล้านบาท", "10000000 THB"),
        ("๕ แสน - ๑ ล้านบาท", "500000..1000000 THB"),
    ]

    @Test("Powers scale an amount exactly", arguments: scaledAmounts)
    func scaledAmountsGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }

    /// Amounts in words, with satang.
    static let wordAmounts: [(text: String, numbers: String)] = [
        ("หนึ่งร้อยบาท", "100 THB"),
        ("สามพันสองร้อยบาทยี่สิบห้าสตางค์", "3200.25 THB"),
        ("ห้าสิบสตางค์", "0.5 THB"),
        ("หนึ่งล้านสองแสนสามหมื่นสี่พันห้าร้อยหกสิบเจ็ดบาทแปดสิบเก้าสตางค์", "1234567.89 THB"),
        ("(สี่แสนเก้าหมื่นเก้าพันบาทถ้วน)", "499000 THB"),
        ("เป็นเงินทั้งสิ้นห้าพันบาท", "5000 THB"),
        ("สิบเอ็ดบาท", "11 THB"),
        ("หนึ่งร้อยเอ็ดบาทถ้วน", "101 THB"),
        ("ยี่สิบห้าสตางค์", "0.25 THB"),
        ("ศูนย์บาทถ้วน", "0 THB"),
        ("สองพันห้าบาท", "2005 THB"),
        ("สองสลึง", "0.5 THB"),
        ("ร้อยบาท", "100 THB"),
        ("สองหมื่น บาทถ้วน", "20000 THB"),
        ("ค่าใช้จ่ายสองพันบาท", "2000 THB"),
        ("หนึ่งบาทสองสลึง", "1.5 THB"),
    ]

    @Test("Amounts in words are baht, satang included", arguments: wordAmounts)
    func wordAmountsGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }

    /// Percentages.
    static let percentages: [(text: String, numbers: String)] = [
        ("ร้อยละ ๘๐", "80 %"),
        ("ร้อยละ๙๒.๕๐", "92.5 %"),
        ("๙๕.๕ %", "95.5 %"),
        ("100%", "100 %"),
        ("ร้อยละร้อย", "100 %"),
        ("ร้อยละหนึ่งร้อย", "100 %"),
        ("ร้อยละเก้าสิบจุดห้า", "90.5 %"),
        ("ห้าสิบเปอร์เซ็นต์", "50 %"),
        ("๑๒.๕เปอร์เซ็นต์", "12.5 %"),
        ("คิดเป็นร้อยละ ๗๕.๐๐", "75 %"),
        ("(ร้อยละ ๘๕)", "85 %"),
        ("ร้อยละ ๘๐ ขึ้นไป", "80 %"),
        ("๒๐ เปอร์เซนต์", "20 %"),
        ("๕๐％", "50 %"),
        ("ร้อยละ: ๗๐", "70 %"),
        ("ร้อยละ", ""),
    ]

    @Test("ร้อยละ, % and เปอร์เซ็นต์ give the number before the sign", arguments: percentages)
    func percentagesGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }
}
