/// A time of day to the minute, 00:00 to 24:00.
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let minutes: Int16

    /// The hour, 0 to 24.
    public var hour: Int { Int(minutes / 60) }
    /// The minute, 0 to 59; 0 where the hour is 24.
    public var minute: Int { Int(minutes % 60) }

    /// Makes a time; `nil` where the clock has no such time.
    public init?(hour: Int, minute: Int) {
        guard hour >= 0, minute >= 0, minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
        minutes = Int16(hour * 60 + minute)
    }

    /// Whether `left` is the earlier time.
    public static func < (left: ClockTime, right: ClockTime) -> Bool {
        left.minutes < right.minutes
    }

    /// Appends the five bytes `HH:MM`.
    public func write(to bytes: inout [UInt8]) {
        bytes.append(0x30 + UInt8(hour / 10))
        bytes.append(0x30 + UInt8(hour % 10))
        bytes.append(0x3A)
        bytes.append(0x30 + UInt8(minute / 10))
        bytes.append(0x30 + UInt8(minute % 10))
    }

    /// The time as `HH:MM`.
    public var description: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
