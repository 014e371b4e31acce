/// One piece of text that may be part of a date.
struct DateToken: Sendable {
    /// What a token is.
    enum Kind: UInt8, Sendable {
        case number, month, weekday, era, word, dash, slash, dot, comma, colon, open, close
        /// Text that no date holds.
        case other
        /// After the last token.
        case end
    }

    /// What stands between a token and the one before it.
    enum Gap: UInt8, Sendable { case none, blank, line }

    /// How a word is spelled.
    enum Style: UInt8, Sendable {
        /// Whole.
        case full
        /// A month's name without its ending: มกรา.
        case short
        /// An abbreviation with at least one dot.
        case dotted
        /// An abbreviation without a dot, easily a piece of another word.
        case bare
        /// English.
        case english
        /// Unlike any spelling, but near one.
        case misspelt
    }

    var kind: Kind
    var gap: Gap
    var style: Style = .full
    /// Of a month 1 to 12, of a weekday 0 to 6; of an era and a word the raw value of ``DateEra`` and ``DateWord``.
    var code: UInt8 = 0
    /// Of a number, how many digits it has; 0 where it is written in words.
    var digits: UInt8 = 0
    /// Whether letters were read as digits, or a spelling was repaired.
    var isRepaired = false
    /// Of a number; a number too long to be a date's part has a value of -1.
    var value: Int32 = 0
    var start: Int
    var end: Int
}

/// An era that is written before a year.
enum DateEra: UInt8, Sendable {
    case buddhist, gregorian, rattanakosin, unsupported
}

/// A word that has a part in the grammar of dates.
enum DateWord: UInt8, Sendable {
    /// วันที่
    case dayOf
    /// วัน
    case day
    /// ที่
    case ordinal
    /// เดือน
    case month
    /// ปี, ประจำปี
    case year
    /// ปีปฏิทิน
    case calendarYear
    /// ปีการศึกษา
    case schoolYear
    /// ปีงบประมาณ
    case fiscalYear
    /// งบประมาณ
    case budget
    /// ตลอด, ทั้ง
    case throughout
    /// นี้, ปัจจุบัน after a year
    case this
    /// ภายใน, ไม่เกิน
    case within
    /// ก่อน
    case before
    /// สิ้น, วันสุดท้ายของ
    case endOf
    /// เป็นอย่างช้า
    case atLatest
    /// ตั้งแต่
    case from
    /// จาก, เริ่ม: begins a range, but not one without an end
    case outOf
    /// ระหว่าง
    case between
    /// ถึง
    case until
    /// เป็นต้นไป
    case onward
    /// ปัจจุบัน
    case present
    /// และ, หรือ
    case and
    /// กับ
    case with
    /// ของ, ใน, แห่ง
    case of
    /// ไตรมาส
    case quarter
    /// ครึ่ง, ครึ่งปี
    case half
    /// รอบ, งวด
    case round
    /// แรก, ต้น
    case first
    /// หลัง, สุดท้าย
    case last
    /// เวลา
    case time
    /// น., นาฬิกา
    case clock
    /// นาที
    case minute
    /// ขึ้น, แรม
    case moon
    /// ค่ำ
    case moonDay
    /// ครั้งที่, ฉบับที่: the number after it counts something
    case serial
    /// ทุก, ราย
    case every
    /// A unit, before which a number is a quantity
    case unit
    /// st, nd, rd, th
    case englishOrdinal
}
