/// A decimal number as it is written, so that it can be rounded as a sheet shows it.
struct DecimalNumber: Sendable {
    var isNegative = false
    /// The digits from the first that is not 0, each 0 to 9; none for 0.
    private(set) var digits: [UInt8] = []
    /// How many of the digits stand before the decimal point; below 0 where zeros stand behind it first.
    private(set) var point = 0

    /// Sheets hold numbers of 15 digits, and binary noise behind them.
    private static let precision = 15
    /// The range of the numbers of a sheet.
    private static let highestExponent = 400

    /// The number that `text` is (`-12.5`, `1.5E-3`); `nil` for other text.
    init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            bytes.removeFirst()
        }
        var hasPoint = false
        var hasDigit = false
        while let byte = bytes.first {
            switch byte {
            case 0x30...0x39:
                hasDigit = true
                if !digits.isEmpty || byte != 0x30 {
                    digits.append(byte - 0x30)
                    if !hasPoint { point += 1 }
                } else if hasPoint {
                    point -= 1
                }
            case UInt8(ascii: "."):
                guard !hasPoint else { return nil }
                hasPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let exponent = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)),
                    abs(exponent) <= Self.highestExponent
                else { return nil }
                point += exponent
                bytes = []
                continue
            default: return nil
            }
            bytes.removeFirst()
        }
        guard hasDigit, abs(point) <= 2 * Self.highestExponent else { return nil }
        round(toDigits: Self.precision)
    }

    var isZero: Bool { digits.isEmpty }

    /// The power of ten of the first digit.
    var exponent: Int { point - 1 }

    /// Moves the decimal point to the right, or to the left below 0.
    mutating func shift(by places: Int) {
        if !digits.isEmpty { point += places }
    }

    /// Rounds to `count` places behind the decimal point, a half away from zero.
    mutating func round(toPlaces count: Int) { round(toDigits: point + count) }

    /// Rounds to `count` digits.
    mutating func round(toDigits count: Int) {
        if digits.count > count {
            let isUp = count >= 0 && digits[count] >= 5
            digits.removeLast(digits.count - max(count, 0))
            if isUp { increment(places: max(count, 0)) }
        }
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }

    private mutating func increment(places: Int) {
        var index = places - 1
        while index >= 0 {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
            index -= 1
        }
        digits.insert(1, at: 0)
        point += 1
    }

    /// The digits before the decimal point, none for numbers below 1.
    var whole: [UInt8] { (0..<max(point, 0)).map { $0 < digits.count ? digits[$0] : 0 } }

    /// The first `count` digits behind the decimal point.
    func fraction(_ count: Int) -> [UInt8] {
        (0..<count).map { place in
            let index = point + place
            return digits.indices.contains(index) ? digits[index] : 0
        }
    }

    /// As a sheet shows a number without a format: eleven characters at most, and powers of ten beyond.
    var general: String {
        guard !isZero else { return "0" }
        var number = self
        let sign = isNegative ? "-" : ""
        if exponent >= 11 || exponent < -9 {
            number.round(toDigits: 6)
            let figures = number.digits.map { String($0) }
            let tail = figures.dropFirst().joined()
            let power = number.exponent
            return sign + figures[0] + (tail.isEmpty ? "" : "." + tail) + "E" + (power < 0 ? "-" : "+")
                + (abs(power) < 10 ? "0" : "") + String(abs(power))
        }
        number.round(toPlaces: max(0, min(9, 10 - max(point, 1))))
        guard !number.isZero else { return "0" }
        let whole = number.whole.isEmpty ? "0" : number.whole.map { String($0) }.joined()
        let behind = number.digits.count - number.point
        return sign + whole + (behind > 0 ? "." + number.fraction(behind).map { String($0) }.joined() : "")
    }
}
