/// A day of the Gregorian calendar, without a time zone.
///
/// ```swift
/// CivilDate(year: 2024, month: 2, day: 29)?.description   // "2024-02-29"
/// CivilDate(year: 2023, month: 2, day: 29)                // nil
/// ```
public struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Year, month and day in bits 9 and up, 5 to 8, and 0 to 4, so that dates compare as this number.
    private let packed: Int32

    /// The year of the Common Era, 1 to 9999.
    public var year: Int { Int(packed >> 9) }
    /// The month, 1 to 12.
    public var month: Int { Int(packed >> 5 & 0xF) }
    /// The day of the month, 1 to 31.
    public var day: Int { Int(packed & 0x1F) }

    /// Makes a day; `nil` where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard year >= 1, year <= 9999, day >= 1, day <= Self.daysInMonth(month, year: year) else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// The day that is `dayNumber` days after 1 January 1970; `nil` outside the years 1 to 9999.
    public init?(dayNumber: Int) {
        guard dayNumber >= -719_162, dayNumber <= 2_932_896 else { return nil }
        // Years are counted from 1 March, so that the leap day is the last of its year.
        let shifted = dayNumber + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Whether the Gregorian year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The number of days in a month of a Gregorian year; 0 where `month` is not 1 to 12.
    public static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 0
        }
    }

    /// Days since 1 January 1970, negative before it.
    public var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day of the week: 0 is Sunday, 6 is Saturday.
    public var weekday: Int {
        let remainder = (dayNumber + 4) % 7
        return remainder < 0 ? remainder + 7 : remainder
    }

    /// The last day of this day's month.
    public var endOfMonth: CivilDate {
        CivilDate(uncheckedYear: year, month: month, day: Self.daysInMonth(month, year: year))
    }

    /// The fiscal year (พ.ศ.) that the day falls in: it begins on 1 October of the year before.
    public var fiscalYear: Int { year + 543 + (month >= 10 ? 1 : 0) }

    /// The day `days` later, or earlier where negative; `nil` outside the years 1 to 9999.
    public func advanced(by days: Int) -> CivilDate? {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return overflow ? nil : CivilDate(dayNumber: sum)
    }

    /// Whether `left` is the earlier day.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.packed < right.packed
    }

    /// Appends the ten bytes `YYYY-MM-DD`.
    public func write(to bytes: inout [UInt8]) {
        bytes.append(0x30 + UInt8(year / 1000))
        bytes.append(0x30 + UInt8(year / 100 % 10))
        bytes.append(0x30 + UInt8(year / 10 % 10))
        bytes.append(0x30 + UInt8(year % 10))
        bytes.append(0x2D)
        bytes.append(0x30 + UInt8(month / 10))
        bytes.append(0x30 + UInt8(month % 10))
        bytes.append(0x2D)
        bytes.append(0x30 + UInt8(day / 10))
        bytes.append(0x30 + UInt8(day % 10))
    }

    /// The day as `YYYY-MM-DD`.
    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// For days that are known to exist.
    init(uncheckedYear year: Int, month: Int, day: Int) {
        packed = Int32(year << 9 | month << 5 | day)
    }
}
