extension NumberFormat.Section {
    // MARK: Numbers

    /// The number in this format, with its own sign if it has one.
    func numberText(_ number: DecimalNumber) -> String {
        // Fractions of whole numbers are not worked out: the number stands as it is.
        if tokens.contains(.general) || tokens.contains(.ratio) {
            return tokens.map { piece($0, number.general) }.joined()
        }
        guard tokens.contains(where: { if case .digit = $0 { true } else { false } }) else {
            let text = tokens.map { piece($0, "") }.joined()
            return tokens.isEmpty ? "" : (number.isNegative ? "-" : "") + text
        }
        var number = number
        let percents = tokens.count { $0 == .percent }
        number.shift(by: 2 * percents - 3 * thousands)
        if let place = tokens.firstIndex(where: { if case .exponent = $0 { true } else { false } }) {
            return scientific(number, exponentAt: place)
        }
        return fixed(number, tokens[...])
    }

    private func piece(_ token: NumberFormat.Token, _ number: String) -> String {
        switch token {
        case .literal(let text): text
        case .percent: "%"
        case .general: number
        // The first place stands for all of a number that is shown in full.
        case .ratio: number
        default: ""
        }
    }

    private func fixed(_ number: DecimalNumber, _ tokens: ArraySlice<NumberFormat.Token>) -> String {
        let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
        let places = tokens[point...].count { if case .digit = $0 { true } else { false } }
        var number = number
        number.round(toPlaces: places)
        let text = whole(number, tokens[..<point]) + behind(number, tokens[point...], places)
        return number.isNegative && !number.isZero ? "-" + text : text
    }

    /// The digits before the point, filled into their places from the right.
    private func whole(_ number: DecimalNumber, _ tokens: ArraySlice<NumberFormat.Token>) -> String {
        let digits = Array(number.whole.reversed())
        let places = tokens.count { if case .digit = $0 { true } else { false } }
        var parts: [String] = []
        var place = 0
        func add(_ digit: String) {
            if groups, place > 0, place % 3 == 0, !digit.isEmpty { parts.append(",") }
            parts.append(digit)
            place += 1
        }
        for token in tokens.reversed() {
            guard case .digit(let sign) = token else {
                parts.append(piece(token, ""))
                continue
            }
            if place < digits.count {
                add(String(digits[place]))
            } else {
                add(sign == UInt8(ascii: "0") ? "0" : sign == UInt8(ascii: "?") ? " " : "")
            }
            // What has no place of its own stands before the first.
            if place == places { while place < digits.count { add(String(digits[place])) } }
        }
        if places == 0, !digits.isEmpty { while place < digits.count { add(String(digits[place])) } }
        return parts.reversed().joined()
    }

    private func behind(_ number: DecimalNumber, _ tokens: ArraySlice<NumberFormat.Token>, _ places: Int) -> String {
        let digits = number.fraction(places)
        var text = ""
        var place = 0
        for token in tokens {
            switch token {
            case .point: text += "."
            case .digit(let sign):
                if sign == UInt8(ascii: "0") || digits[place...].contains(where: { $0 > 0 }) {
                    text += String(digits[place])
                } else if sign == UInt8(ascii: "?") {
                    text += " "
                }
                place += 1
            default: text += piece(token, "")
            }
        }
        return text
    }

    private func scientific(_ number: DecimalNumber, exponentAt place: Int) -> String {
        var mantissa = number
        var power = number.isZero ? 0 : number.exponent
        mantissa.shift(by: -power)
        let places = tokens[..<place].drop { $0 != .point }.count { if case .digit = $0 { true } else { false } }
        mantissa.round(toPlaces: places)
        // 9.99 may have become 10.0.
        if mantissa.exponent > 0, !mantissa.isZero {
            mantissa.shift(by: -1)
            power += 1
        }
        var showsPlus = true
        if case .exponent(let plus) = tokens[place] { showsPlus = plus }
        let width = tokens[place...].count { $0 == .digit(UInt8(ascii: "0")) }
        let figures = ListNumeral.padded(width).text(abs(power))
        return fixed(mantissa, tokens[..<place]) + "E" + (power < 0 ? "-" : showsPlus ? "+" : "") + figures
    }

    // MARK: Dates

    /// The moment in this format; `nil` where no calendar has it.
    func dateText(_ value: Double, since1904: Bool) -> String? {
        let hasFraction = tokens.contains { if case .fraction = $0 { true } else { false } }
        guard let date = SheetDate(value, since1904: since1904, hasFraction: hasFraction) else { return nil }
        let isHalved = tokens.contains { if case .halfDay = $0 { true } else { false } }
        return tokens.map { token in
            switch token {
            case .literal(let text): text
            case .percent: "%"
            case .point: "."
            case .digit: "0"
            case .ratio: "/"
            case .date(let letter, let count): part(letter, count, of: date, isHalved: isHalved)
            case .elapsed(let letter, let count):
                ListNumeral.padded(count).text(
                    date.totalSeconds / (letter == UInt8(ascii: "h") ? 3600 : letter == UInt8(ascii: "m") ? 60 : 1))
            case .fraction(let count):
                "." + ListNumeral.padded(3).text(date.milliseconds).prefix(count)
            case .halfDay(let morning, let evening): date.hour < 12 ? morning : evening
            case .exponent, .general, .text: ""
            }
        }.joined()
    }

    private func part(_ letter: UInt8, _ count: Int, of date: SheetDate, isHalved: Bool) -> String {
        let padded = ListNumeral.padded(min(count, 2))
        switch Character(Unicode.Scalar(letter)) {
        case "y", "e":
            let year = isBuddhist ? date.year + 543 : date.year
            return count > 2 || letter == UInt8(ascii: "e") ? String(year) : ListNumeral.padded(2).text(year % 100)
        case "b": return count > 2 ? String(date.year + 543) : ListNumeral.padded(2).text((date.year + 543) % 100)
        case "m":
            let index = date.month - 1
            return switch count {
            case 1, 2: padded.text(date.month)
            case 3: isThai ? SheetDate.shortThaiMonths[index] : String(SheetDate.months[index].prefix(3))
            case 5: String((isThai ? SheetDate.thaiMonths : SheetDate.months)[index].prefix(1))
            default: isThai ? SheetDate.thaiMonths[index] : SheetDate.months[index]
            }
        case "d":
            return switch count {
            case 1, 2: padded.text(date.day)
            case 3:
                isThai ? SheetDate.shortThaiWeekdays[date.weekday] : String(SheetDate.weekdays[date.weekday].prefix(3))
            default: isThai ? SheetDate.thaiWeekdays[date.weekday] : SheetDate.weekdays[date.weekday]
            }
        case "h": return padded.text(isHalved ? (date.hour + 11) % 12 + 1 : date.hour)
        case "n": return padded.text(date.minute)
        case "s": return padded.text(date.second)
        default: return ""
        }
    }
}
