/// What a number word says.
enum NumberWord: Sendable, Equatable {
    /// ศูนย์ to เก้า.
    case digit(Int)
    /// เอ็ด, a one after tens and more.
    case finalOne
    /// ยี่สิบ
    case twenty
    /// สิบ (1) to แสน (5): the power of ten.
    case power(Int)
    /// ล้าน
    case million
    /// จุด
    case point
    /// ครึ่ง
    case half
    /// ครึ่งหนึ่ง, กึ่งหนึ่ง
    case wholeHalf
    /// ร้อยละ, which only looks like a number.
    case percentLabel
}

/// What the words before a number say of it.
enum NumberLabel: Sendable {
    /// A word that numbers of things follow: จำนวน, ประมาณ, และ.
    case count
    /// A number in an order: ที่, ลำดับ, ข้อ.
    case ordinal
    /// ร้อยละ
    case percent
    /// A telephone number, identity number or address: no quantity.
    case identifier
    /// พ.ศ., ปี: the number is a year where it can be one.
    case year
    /// ลบ, ติดลบ
    case minus
    /// เศษ, the upper part of a fraction.
    case fraction
    /// ระหว่าง: และ joins the two ends of a range.
    case between
    /// ฿, THB
    case money
    /// A word that names of places and persons follow.
    case name
}

/// What the words after a number say of it.
enum NumberFollower: Sendable {
    /// บาท
    case baht
    /// ลบ., millions of baht.
    case millionBaht
    /// สตางค์
    case satang
    /// สลึง
    case salueng
    /// เปอร์เซ็นต์
    case percent
    /// A word that things are counted with: คน, ครั้ง.
    case counter
    /// A word that joins the number to another one, or ends it: ถึง, และ, กว่า.
    case joint
}

/// How two numbers are joined.
enum NumberJoint: Sendable {
    /// ถึง
    case span
    /// และ, หรือ
    case list
    /// ใน, ส่วน: a part of a whole.
    case fraction
    /// ต่อ
    case ratio
    /// เศษ, between a whole number and a fraction.
    case remainder
}

/// The words that the number scanner knows.
///
/// A class, so that a scan of a short cell counts one reference and not one for each table.
final class NumberVocabulary: Sendable {
    /// Shared by all scanners; making one costs a few microseconds.
    static let standard = NumberVocabulary()

    let words = PhraseTable<NumberWord>(
        .after,
        [
            (.digit(0), "ศูนย์"), (.digit(1), "หนึ่ง หนึง"), (.digit(2), "สอง"), (.digit(3), "สาม"),
            (.digit(4), "สี่"), (.digit(5), "ห้า"), (.digit(6), "หก"), (.digit(7), "เจ็ด เจด"),
            (.digit(8), "แปด เเปด"), (.digit(9), "เก้า"), (.finalOne, "เอ็ด เอด"),
            (.twenty, "ยี่สิบ ยี่_สิบ"), (.power(1), "สิบ"), (.power(2), "ร้อย"), (.power(3), "พัน"),
            (.power(4), "หมื่น"), (.power(5), "แสน เเสน"), (.million, "ล้าน"), (.point, "จุด"),
            (.half, "ครึ่ง"), (.wholeHalf, "ครึ่งหนึ่ง กึ่งหนึ่ง"), (.percentLabel, "ร้อยละ"),
        ])

    /// Held to the end of what stands before a number, blanks, dots, colons and opening brackets left out.
    let labels = PhraseTable<NumberLabel>(
        .before,
        [
            (
                .count,
                """
                จำนวน เงิน ประมาณ รวม ทั้งสิ้น
                ทั้งหมด กว่า เกิน อย่างน้อย
                อย่างมาก เท่ากับ เพียง ราว ราคา
                คะแนน เฉลี่ย อายุ ตั้งแต่
                ครบ อีก ทุก ทั้ง มี คือ เป็น ได้ และ
                หรือ กับ ถึง ใน จาก ส่วน ต่อ ชี้วัด
                ภายใน งบประมาณ บาท แค่ เหลือ ละ
                พื้นที่ หน้าที่ สถานที่ ทันที
                สำหรับ โดย ใช้ ปรับ เสีย จ่าย แล้ว
                """
            ),
            (
                .ordinal,
                """
                ที่ ลำดับ อันดับ ข้อ มาตรา หมวด
                หมู่ ชั้น ตัวชี้วัด ไตรมาส วรรค
                หน้า บท ภาค ตอน
                """
            ),
            (.percent, "ร้อยละ"),
            (
                .identifier,
                """
                โทร โทรศัพท์ โทรสาร เบอร์ แฟกซ์
                แฟ็กซ์ สายด่วน เลขที่
                ประจำตัวประชาชน ประจำตัว
                บัตรประชาชน ผู้เสียภาษี
                ประจำตัวผู้เสียภาษีอากร เลขบัตร
                รหัส ไปรษณีย์ เลขบัญชี
                เลขที่บัญชี หมายเลข เลขทะเบียน
                ทะเบียนรถ เบอร์โทร เบอร์มือถือ
                โทรศัพท์มือถือ ไลน์ พร้อมเพย์
                ตู้_ปณ Tel TEL tel Fax FAX fax ID Phone phone Line LINE Mobile No Center center
                ISO Version version พระราม ซอย ซ. มอก สขร
                """
            ),
            (
                .year,
                """
                พ.ศ พ._ศ พศ ค.ศ คศ B.E ปี ปีงบประมาณ
                ปีการศึกษา ประจำปี
                """
            ),
            (.minus, "ลบ ติดลบ"), (.between, "ระหว่าง"), (.money, "฿ THB"),
            (.fraction, "เศษ"),
            (
                .name,
                """
                จังหวัด อำเภอ ตำบล บ้าน ถนน ตลาด
                วัด คลอง หนอง สะพาน โรงเรียน แยก
                ห้วย เกาะ เมือง เขต แขวง นาย นาง
                นางสาว เด็กชาย เด็กหญิง ต. อ. จ. ถ. อบต.
                อบจ. ทต. เทศบาล สพป. สพม.
                """
            ),
        ])

    let followers = PhraseTable<NumberFollower>(
        .after,
        [
            (.baht, "บาท บ."), (.millionBaht, "ลบ."), (.satang, "สตางค์ สต."), (.salueng, "สลึง"),
            (
                .percent,
                """
                เปอร์เซ็นต์ เปอร์เซนต์ เปอร์เซ็น
                เปอร์เซ็นต์ เปอเซ็นต์ เปอร์เซ็นท์
                """
            ),
            (
                .counter,
                """
                คน ครั้ง วัน เดือน ปี ข้อ เรื่อง
                แห่ง ฉบับ โครงการ เมตร กิโล ไร่ งาน
                ตาราง ตัว ชิ้น อัน เล่ม คัน หลัง ราย
                ท่าน รูป ด้าน ประเด็น ช่อง ขั้น
                กิจกรรม เท่า ชั่วโมง นาที วินาที
                สัปดาห์ อาทิตย์ ไตรมาส กรัม ตัน
                ลิตร ชุด คู่ ต้น ลูก ใบ แผ่น หน้า บท
                มาตรา ประการ อย่าง ชนิด ประเภท
                กลุ่ม คะแนน แต้ม ระดับ หน่วย
                หมู่บ้าน ครัวเรือน หลังคา เครื่อง
                สาย จุด ฝ่าย กอง ระยะ รุ่น รอบ
                มาตรการ ตำแหน่ง สาขา ทีม ห้อง คาบ
                เซนติเมตร ดอลลาร์ ข้าง ซอง กล่อง
                ถุง ขวด องศา ช่วง คณะ สถานี
                ยุทธศาสตร์ เสียง
                """
            ),
            (
                .joint,
                """
                ถึง จนถึง และ หรือ กับ ใน ส่วน ต่อ
                เศษ ครึ่ง ถ้วน กว่า ขึ้นไป เต็ม โดย
                ลง ตาม ของ จาก แล้ว เท่านั้น ได้แก่
                """
            ),
        ])

    let joints = PhraseTable<NumberJoint>(
        .after,
        [
            (.span, "ถึง จนถึง ไปจนถึง ไปถึง ~"),
            (
                .list,
                """
                และ หรือ กับ รวมทั้ง ตลอดจน
                หรือไม่ก็
                """
            ),
            (.fraction, "ใน ส่วน"), (.ratio, "ต่อ"), (.remainder, "เศษ"),
        ])

    /// Month names, full and short: digits beside one are a date.
    let months = PhraseTable<Int>(
        .after,
        [
            (1, "มกราคม ม.ค. มค."), (2, "กุมภาพันธ์ ก.พ. กพ."),
            (3, "มีนาคม มี.ค. มีค."), (4, "เมษายน เม.ย. เมย."),
            (5, "พฤษภาคม พ.ค. พค."), (6, "มิถุนายน มิ.ย. มิย."),
            (7, "กรกฎาคม กรกฏาคม ก.ค. กค."), (8, "สิงหาคม ส.ค. สค."),
            (9, "กันยายน ก.ย. กย."), (10, "ตุลาคม ต.ค. ตค."),
            (11, "พฤศจิกายน พ.ย. พย."), (12, "ธันวาคม ธ.ค. ธค."),
        ])

    /// Words that may be said again before the second end of a range: ข้อ ๑ ถึงข้อ ๕.
    let repeatedLabels = PhraseTable<Void>(
        .after, [((), "ข้อ ข้อที่ ลำดับ ลำดับที่ ครั้งที่ ที่ ร้อยละ หน้า ตัวชี้วัดที่ มาตรา")])

    /// The ends of month names, for years that follow one.
    let monthEndings = PhraseTable<Int>(
        .before,
        [(0, "าคม ายน พันธ์ .ค .พ .ย")])

    /// One bit for each Thai letter that a number word begins with.
    let firstLetters: (low: UInt64, high: UInt64)

    init() {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for word in ["ศ", "ห", "ส", "เ", "แ", "ย", "ร", "พ", "ล", "ค", "ก"] {
            let letter = Array(word.utf8).thaiLetter(at: 0)
            if letter < 64 { low |= 1 << UInt64(letter) } else { high |= 1 << UInt64(letter - 64) }
        }
        firstLetters = (low, high)
    }

    /// Whether a number may be written with a word that begins with `letter`. (จุด, inside numbers only, is left out.)
    @inline(__always)
    func canBeginNumber(_ letter: UInt8) -> Bool {
        (letter < 64 ? firstLetters.low >> UInt64(letter) : firstLetters.high >> UInt64(letter - 64)) & 1 == 1
    }
}
