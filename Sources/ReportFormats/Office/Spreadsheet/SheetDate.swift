internal import ThaiText

/// A moment that a sheet counts in days.
struct SheetDate: Sendable {
    var year = 1900, month = 1, day = 1
    /// 0 for Sunday.
    var weekday = 0
    var hour = 0, minute = 0, second = 0
    /// Of the second, where the format asks for them.
    var milliseconds = 0
    /// The whole time in seconds, for lengths of time.
    var totalSeconds = 0

    /// The last day that sheets know: 31 December 9999.
    private static let lastDay = 2_958_465.0

    /// The moment `serial` days after the first day of the sheet's calendar.
    ///
    /// - Parameters:
    ///   - serial: the number that the cell holds.
    ///   - since1904: whether days count from 1904, as on old Macs, and not from 1900.
    ///   - hasFraction: whether fractions of a second are shown; else the second is rounded.
    init?(_ serial: Double, since1904: Bool, hasFraction: Bool = false) {
        guard serial.isFinite, serial >= 0, serial < Self.lastDay + 1 else { return nil }
        let unit = hasFraction ? 1000.0 : 1.0
        let ticks = Int((serial * 86400 * unit).rounded())
        let seconds = hasFraction ? ticks / 1000 : ticks
        milliseconds = hasFraction ? ticks % 1000 : 0
        totalSeconds = seconds
        var days = seconds / 86400
        (hour, minute, second) = (seconds % 86400 / 3600, seconds % 3600 / 60, seconds % 60)
        if since1904 { days += 1462 }
        // Sheets hold 1900 for a leap year, as Lotus did: day 60 is a 29 February that never was.
        if days == 60, !since1904 {
            (year, month, day, weekday) = (1900, 2, 29, 3)
            return
        }
        let sinceEpoch = days - (days < 60 && !since1904 ? 25568 : 25569)
        guard let date = CivilDate(dayNumber: sinceEpoch) else { return nil }
        weekday = ((sinceEpoch + 4) % 7 + 7) % 7
        (year, month, day) = (date.year, date.month, date.day)
    }

    static let thaiMonths = [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม",
        "พฤศจิกายน", "ธันวาคม",
    ]
    static let shortThaiMonths = [
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ]
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let thaiWeekdays = ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"]
    static let shortThaiWeekdays = ["อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส."]
    static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}
