import Testing
import ThaiText

@Suite("Numbers in digits")
struct NumbersDigitTests {
    /// Thai, ASCII and mixed digits, with grouping and points.
    static let digits: [(text: String, numbers: String)] = [
        ("๐", "0"),
        ("๑๒๓", "123"),
        ("๑๐๐๐๐๐๐", "1000000"),
        ("จำนวน ๓๕ คน", "35"),
        ("มีผู้เข้าร่วม๙๐คน", "90"),
        (" ๔๗ ", "47"),
        ("๑,๒๓๔,๕๖๗", "1234567"),
        ("1,000", "1000"),
        ("๑๒๓,๔๕๖,๗๘๙.๐๑", "123456789.01"),
        ("รวม ๑๐,๕๐๐ ไร่", "10500"),
        ("1\u{a0}234\u{a0}567", "1234567"),
        ("3.14159", "3.14159"),
        ("๐.๐๕", "0.05"),
        ("ค่าเฉลี่ย ๔.๕๖", "4.56"),
        ("คะแนน 92.30", "92.3"),
        ("1๒3", "123"),
        ("๑,0๐๐", "1000"),
        ("2๕.๕", "25.5"),
        ("๑o๐", "100"),
        ("๕OO", "500"),
        ("๒,๕oo บาท", "2500 THB"),
        ("๒l๕", "215"),
    ]

    @Test("Digits are read whatever their script", arguments: digits)
    func digitsGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }

    /// Signs, words and accountants' brackets.
    static let negatives: [(text: String, numbers: String)] = [
        ("−๕", "-5"),
        ("–๓", "-3"),
        ("-๑,๒๐๐.๕๐", "-1200.5"),
        ("(๑,๕๐๐)", "-1500"),
        ("(1,234.50)", "-1234.5"),
        ("ลบห้า", "-5"),
        ("ลบ ๕", "-5"),
        ("ติดลบ ๓.๕", "-3.5"),
        ("-๒.๕%", "-2.5 %"),
        ("ติดลบร้อยละ ๓", "-3 %"),
        ("ลบสองจุดห้า", "-2.5"),
        ("ติดลบสิบ", "-10"),
        ("-๕๐๐ บาท", "-500 THB"),
    ]

    @Test("A sign, ลบ or brackets make a number negative", arguments: negatives)
    func negativesGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }

    /// Places in an order.
    static let ordinals: [(text: String, numbers: String)] = [
        ("ที่ ๑", "1"),
        ("ครั้งที่สาม", "3"),
        ("ลำดับ ๕", "5"),
        ("อันดับที่ ๒", "2"),
        ("ข้อที่ ๑๒", "12"),
        ("ข้อ ๗", "7"),
        ("มาตรา ๑๒๘", "128"),
        ("ไตรมาสที่ ๔", "4"),
        ("หมู่ที่ ๙", "9"),
        ("คนที่หนึ่ง", "1"),
        ("ประการที่สอง", "2"),
        ("ลำดับที่ยี่สิบเอ็ด", "21"),
        ("ปีที่ ๓", "3"),
        ("ครั้งที่๒", "2"),
        ("รุ่นที่ ๑๐", "10"),
        ("อันดับหนึ่ง", "1"),
        ("ครั้งที่ ๒ ประจำปีงบประมาณ ๒๕๖๗", "2"),
        ("ฉบับที่ ๒ พ.ศ. ๒๕๖๑", "2"),
    ]

    @Test("Words such as ที่ and ลำดับ leave the number", arguments: ordinals)
    func ordinalsGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }

    /// Ranges are one number with two ends, lists one number a member.
    static let ranges: [(text: String, numbers: String)] = [
        ("๑๐-๒๐", "10..20"),
        ("๑๐–๒๐ คน", "10..20"),
        ("๑๐ ถึง ๒๐", "10..20"),
        ("ห้าถึงสิบคน", "5..10"),
        ("๘๐ - ๙๐%", "80..90 %"),
        ("ร้อยละ ๘๐ - ๙๐", "80..90 %"),
        ("ระหว่าง ๕ และ ๑๐", "5..10"),
        ("ระหว่าง ๕ ถึง ๑๐ คน", "5..10"),
        ("ตั้งแต่ ๑ ถึง ๑๐๐", "1..100"),
        ("๑,๐๐๐ - ๕,๐๐๐ บาท", "1000..5000 THB"),
        ("๑ - ๒ ล้านบาท", "1000000..2000000 THB"),
        ("ข้อ ๑ - ๕", "1..5"),
        ("ข้อ ๑ ถึงข้อ ๕", "1..5"),
        ("๒๐ คน ถึง ๓๐ คน", "20..30"),
        ("๔.๕ - ๕.๐", "4.5..5"),
        ("๓~๕ วัน", "3..5"),
        ("๑, ๒, ๓", "1;2;3"),
        ("๑ และ ๒", "1;2"),
        ("ข้อ ๑,๓,๕", "1;3;5"),
        ("ข้อ ๒ และข้อ ๔", "2;4"),
        ("ตัวชี้วัดที่ ๑, ๒ และ ๓", "1;2;3"),
        ("๓ หรือ ๔ ครั้ง", "3;4"),
        ("สองและสาม", "2;3"),
        ("๑๐๐, ๒๐๐ และ ๓๐๐ บาท", "100 THB;200 THB;300 THB"),
        ("ข้อ ๑-๓ และ ๕", "1..3;5"),
        ("สองสามวัน", "2..3"),
        ("๓ - ๕, ๗", "3..5;7"),
        ("อายุ ๖ ปี ๒ เดือน", "6;2"),
    ]

    @Test("Ranges and lists keep their ends and members", arguments: ranges)
    func rangesGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }

    /// Fractions and ratios, to fifteen places.
    static let fractions: [(text: String, numbers: String)] = [
        ("เศษหนึ่งส่วนสอง", "0.5"),
        ("เศษ ๓ ส่วน ๔", "0.75"),
        ("๓/๔", "0.75"),
        ("๑ ใน ๔", "0.25"),
        ("สามในสี่", "0.75"),
        ("สองในห้า", "0.4"),
        ("ครึ่งหนึ่ง", "0.5"),
        ("กึ่งหนึ่ง", "0.5"),
        ("½", "0.5"),
        ("๒½", "2.5"),
        ("๑ ๑/๒", "1.5"),
        ("หนึ่งส่วนสี่", "0.25"),
        ("๑:๔", "0.25"),
        ("๑ : ๕", "0.2"),
        ("๑ ต่อ ๑๐", "0.1"),
        ("สองเศษหนึ่งส่วนสี่", "2.25"),
        ("ไม่น้อยกว่ากึ่งหนึ่ง", "0.5"),
        ("สองในสาม", "0.666666666666666"),
        ("๕๐:๕๐", "1"),
        ("๒ ใน ๓ ของสมาชิก", "0.666666666666666"),
        ("สามวันครึ่ง", "3.5"),
        ("เป็นหนึ่งในสี่", "0.25"),
    ]

    @Test("Fractions and ratios are divided out", arguments: fractions)
    func fractionsGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }
}
