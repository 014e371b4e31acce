internal import ThaiText

/// Times: when a measure is to be done, and the dates, amounts and addresses that its texts name.
extension Mapper {
    mutating func readTimeframe(_ owner: Ledger.Owner?, isDeadline: Bool) {
        let all = cell.bytes.trimmed(cell.all)
        let mentions = readTimes()
        let first = mentions.firstIndex { $0.start != nil || $0.end != nil }
        let chosen = first.map { mentions[$0] } ?? mentions.first
        let others = first.map { mentions[($0 + 1)...].filter { $0.start != nil || $0.end != nil } } ?? []
        note(mentions, .timeframe)
        guard let text = text(all, owner: owner) else { return }
        if isDeadline, record.measure.timeframe == nil {
            record.deadline = (text, chosen, others)
        } else if record.measure.timeframe == nil {
            record.measure.timeframe = Self.timeframe(text, chosen, others)
        } else {
            record.extra.append(ExtraField(field: .extra, heading: nil, text: text))
        }
    }

    mutating func readStart(_ owner: Ledger.Owner?) {
        let all = cell.bytes.trimmed(cell.all)
        let mentions = readTimes()
        let mention = mentions.first { $0.hasValue } ?? mentions.first
        note(mentions, .timeframe)
        guard let text = text(all, owner: owner) else { return }
        record.start = (text, mention)
    }

    /// The time that ends a cell of units, behind a sign or on a line of its own, and what parts the two:
    /// `กองคลัง / 31 มี.ค. 2566`, `กองคลัง (ตุลาคม 2565 - มีนาคม 2566)`.
    func timeBehindUnits() -> (seam: Range<Int>, mention: DateMention)? {
        let bytes = cell.bytes
        var end = bytes.trimmed(cell.all).upperBound
        if end > 0, bytes[end - 1] == 0x29 { end -= 1 }
        guard bytes.digit(before: end).value >= 0,
            let last = dates.scan(bytes, in: cell.all).last(where: \.hasValue), last.range.upperBound == end
        else { return nil }
        let units = bytes.trimmed(0..<last.range.lowerBound)
        guard let sign = units.last else { return nil }
        if [0x2F, 0x28, 0x2C, 0x3B].contains(bytes[sign]) {
            return sign > 0 ? (sign..<last.range.lowerBound, last) : nil
        }
        return cell.lineStarts.contains(last.range.lowerBound)
            ? (units.upperBound..<last.range.lowerBound, last) : nil
    }

    /// Takes the end of the cell for the time of the measure, without the bracket that closes behind it.
    mutating func readTime(_ mention: DateMention, from start: Int, _ owner: Ledger.Owner?) {
        note([mention], .timeframe)
        mark(cell.bytes.trimmed(mention.range.upperBound..<cell.all.upperBound), owner)
        guard let text = text(cell.bytes.trimmed(start..<mention.range.upperBound), owner: owner) else { return }
        record.measure.timeframe = Self.timeframe(text, mention, [])
    }

    /// The times of the whole cell.
    ///
    /// What is remembered of it goes not into ``mentions``: a list that two hold is copied when it is next emptied.
    private mutating func readTimes() -> [DateMention] {
        times.value(of: cell.bytes) { dates.scan(cell.bytes, in: cell.all) }
    }

    private mutating func scan(_ range: Range<Int>) {
        mentions.removeAll(keepingCapacity: true)
        dates.scan(cell.bytes, in: range, into: &mentions)
    }

    /// What one or several mentions say together; several make the span from the first to the last.
    static func timeframe(_ text: FieldText, _ mention: DateMention?, _ others: [DateMention]) -> Timeframe {
        guard let mention else {
            return Timeframe(text: text, kind: .unknown, start: nil, end: nil, precision: nil)
        }
        var result = Timeframe(
            text: text, kind: Timeframe.Kind(mention.kind), start: mention.start, end: mention.end,
            precision: mention.precision)
        // A first and a last day on lines of their own.
        if others.count == 1, let last = others.first, !last.isListMember, !mention.isListMember,
            mention.kind == last.kind,
            mention.kind == .date || mention.kind == .month, let first = mention.start, let end = last.end, first <= end
        {
            result.kind = .range
            result.end = end
        }
        if isSequence([mention] + others) {
            result.kind = .list
            result.end = others.last?.end
        }
        for other in others where other.isListMember || mention.isListMember {
            result.kind = .list
            if let start = other.start, let first = result.start { result.start = min(first, start) }
            if let end = other.end, let last = result.end { result.end = max(last, end) }
        }
        return result
    }

    /// Whether three or more times of one kind follow one another: one for each step.
    private static func isSequence(_ mentions: [DateMention]) -> Bool {
        mentions.count >= 3
            && zip(mentions, mentions.dropFirst()).allSatisfy { first, second in
                guard let end = first.end, let start = second.start, first.start != nil else { return false }
                return first.kind == second.kind && end <= start
            }
    }

    /// Brings the cells of start and end, or the marks of a chart, to one timeframe.
    mutating func settleTimeframe() {
        if record.measure.timeframe != nil {
            // A timeframe is told once; what else was said of time stays beside it.
            if let text = record.start?.text {
                record.extra.append(ExtraField(field: .extra, heading: nil, text: text))
            }
            if let text = record.deadline?.text {
                record.extra.append(ExtraField(field: .extra, heading: nil, text: text))
            }
            return markChart()
        }
        if record.start != nil || record.deadline != nil { markChart() }
        if let start = record.start {
            guard let deadline = record.deadline else {
                var result = Self.timeframe(start.text, start.mention, [])
                // One day says when it begins; a span that fills both columns says all.
                if start.mention?.kind == .date {
                    result.end = nil
                    result.kind = .range
                }
                record.measure.timeframe = result
                return
            }
            record.measure.timeframe = Timeframe(
                text: joined([start.text, deadline.text]), kind: .range,
                start: start.mention?.start, end: deadline.mention?.end, precision: deadline.mention?.precision
            )
        } else if let deadline = record.deadline {
            var result = Self.timeframe(deadline.text, deadline.mention, deadline.others)
            // A month or a day under `กำหนดแล้วเสร็จ` is the last one; a span under it stays a span.
            if result.kind == .month || result.kind == .date || result.kind == .quarter {
                result.kind = .deadline
                result.start = nil
            }
            record.measure.timeframe = result
        } else if record.measure.timeframe == nil {
            settleChart()
        }
    }

    // MARK: What texts name

    /// Notes the dates, amounts and web addresses that a range of the cell names.
    mutating func collect(_ range: Range<Int>, _ field: MeasureField) {
        let signs = TextSigns(cell.bytes, range)
        // A date in running text has a figure in it, an amount too.
        if signs.hasDigit {
            scan(range)
            note(mentions, field)
            if signs.mayHoldMoney { collectAmounts(range, field) }
        }
        if signs.mayHoldAddress { collectAddresses(range) }
    }

    private mutating func note(_ mentions: [DateMention], _ field: MeasureField) {
        for mention in mentions {
            guard let text = text(mention.range, owner: nil) else { continue }
            if mention.start != nil || mention.end != nil {
                record.dates.append(FieldDate(field: field, text: text, start: mention.start, end: mention.end))
            }
            guard !mention.warnings.isEmpty else { continue }
            report.doubts.append(contentsOf: DateDoubt.doubts(of: mention, text, field, measure: report.measures.count))
        }
    }

    private static let scheme = Array("http".utf8)
    private static let host = Array("www.".utf8)

    private mutating func collectAddresses(_ range: Range<Int>) {
        var position = range.lowerBound
        let bytes = cell.bytes
        while position + 4 < range.upperBound {
            let byte = bytes[position]
            guard byte == 0x68 || byte == 0x77, bytes.hasPrefix(byte == 0x68 ? Self.scheme : Self.host, at: position)
            else {
                position += byte == 0xE0 ? 3 : 1
                continue
            }
            var end = position
            while end < range.upperBound, bytes[end] > 0x20, bytes[end] < 0x80, bytes[end] != 0x22, bytes[end] != 0x3C {
                end += 1
            }
            while end > position, [0x2E, 0x2C, 0x29, 0x3B].contains(bytes[end - 1]) { end -= 1 }
            if bytes[position..<end].contains(0x2E), let text = text(position..<end, owner: nil) {
                record.urls.append(text)
            }
            position = max(end, position + 1)
        }
    }

    private mutating func collectAmounts(_ range: Range<Int>, _ field: MeasureField) {
        for mention in numbers.scan(cell.bytes, in: range) where mention.kind == .money {
            guard let amount = mention.number, let text = text(mention.range, owner: nil) else { continue }
            record.amounts.append(FieldAmount(field: field, text: text, baht: amount))
        }
    }
}

/// What a text may hold, seen in one pass over its bytes.
struct TextSigns {
    var hasDigit = false
    /// Whether บ is followed by า: every amount names บาท, and few other words do.
    var mayHoldMoney = false
    /// Whether `ht` or `ww` stands in it.
    var mayHoldAddress = false

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        let signs = bytes.withUnsafeBufferPointer { Self.signs($0, range) }
        hasDigit = signs & Self.digit != 0
        mayHoldMoney = signs & Self.money != 0
        mayHoldAddress = signs & Self.address != 0
    }

    private static var digit: UInt8 { 1 }
    private static var money: UInt8 { 2 }
    private static var address: UInt8 { 4 }

    private static func signs(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt8 {
        var signs: UInt8 = 0
        var position = range.lowerBound
        let end = range.upperBound
        while position < end {
            // Two Thai letters at a time, as long as none of them tells anything.
            while position + 8 <= end {
                let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self)
                guard UInt64(littleEndian: word) & 0xFE_FF00_FEFF == 0xB8_E000_B8E0 else { break }
                let letters = UInt64(littleEndian: word)
                guard !isSign((letters >> 8 & 1) << 6 | letters >> 16 & 0x3F),
                    !isSign((letters >> 32 & 1) << 6 | letters >> 40 & 0x3F)
                else { break }
                position += 6
            }
            let byte = bytes[position]
            guard byte == 0xE0 else {
                if byte &- 0x30 < 10 {
                    signs |= digit
                } else if (byte == 0x68 || byte == 0x77), position + 1 < end {
                    let next = bytes[position + 1]
                    if next == 0x74 || next == 0x77 { signs |= address }
                }
                position += 1
                continue
            }
            let last = bytes[position + 2]
            if bytes[position + 1] == 0xB9 {
                if last &- 0x90 < 10 { signs |= digit }
            } else if last == 0x9A, position + 5 < end, bytes[position + 5] == 0xB2 {
                signs |= money
            }
            position += 3
        }
        return signs
    }

    /// Whether a Thai letter is a digit or บ.
    @inline(__always)
    private static func isSign(_ letter: UInt64) -> Bool {
        letter == 0x1A || letter &- UInt64(ThaiLetter.digitZero) < 10
    }
}
