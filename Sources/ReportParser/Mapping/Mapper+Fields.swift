internal import ThaiText

/// The fields of a record that have a form of their own: titles with numbers and codes, steps, units, states, money.
extension Mapper {
    // MARK: Titles

    mutating func readTitle(_ owner: Ledger.Owner?, isAboutIndicators: Bool) {
        let bytes = cell.bytes
        var start = behindBullet(cell.all, owner).lowerBound
        if isAboutIndicators, let indicator = indicator(at: start) {
            record.measure.indicator = add(indicator)
            record.measure.number = record.measure.number ?? indicator.number
            if record.measure.kind == .measure { record.measure.kind = .indicator }
            record.measure.title = text(start..<bytes.count, owner: owner)
            return
        }
        start = behindRecordHeading(start, owner)
        if !record.hasNumberColumn || record.measure.number == nil, let end = leadingNumber(at: start, owner) {
            start = end
        }
        start = behindCode(start, owner)
        if record.unitsInTitles != .never, record.measure.responsible.isEmpty, let end = unitsBehindTitle(start, owner)
        {
            record.measure.title = text(start..<end, owner: owner)
            return collect(start..<end, .title)
        }
        record.measure.title = text(start..<bytes.count, owner: owner)
        if record.measure.code == nil, let code = cell.trailingCode(from: start) { record.measure.code = code }
        collect(start..<bytes.count, .title)
    }

    /// Reads the units in brackets behind a title; returns where the title ends.
    private mutating func unitsBehindTitle(_ start: Int, _ owner: Ledger.Owner?) -> Int? {
        let bytes = cell.bytes
        let end = bytes.trimmed(start..<bytes.count).upperBound
        guard end > start, bytes[end - 1] == 0x29, let open = bytes[start..<end].lastIndex(of: 0x28), open > start
        else {
            return nil
        }
        let (ranges, marks) = units.units(in: open + 1..<end - 1, of: cell)
        guard
            record.unitsInTitles == .always
                || !ranges.isEmpty && ranges.allSatisfy({ units.isNamedUnit($0, in: bytes) })
        else { return nil }
        mark(open..<open + 1, owner)
        mark(end - 1..<end, owner)
        let first = report.texts.count
        for range in marks { mark(range, owner) }
        for range in ranges {
            if let unit = text(range, owner: owner) { report.texts.append(unit) }
        }
        guard report.texts.count > first else { return nil }
        record.measure.responsible = Slice32(first..<report.texts.count)
        return open
    }

    /// Takes `มาตรการที่ ๑` off a title that goes on behind it.
    private mutating func behindRecordHeading(_ start: Int, _ owner: Ledger.Owner?) -> Int {
        let bytes = cell.bytes
        guard LineKind.mayBeginRecordHeading(bytes, at: start) else { return start }
        var window = start + 160
        while window < bytes.count, bytes[window] & 0xC0 == 0x80 { window -= 1 }
        if let behind = behindLatinCount(start, owner) { return behind }
        titleKey.removeAll(keepingCapacity: true)
        PlainText.appendKey(of: start..<min(window, bytes.count), in: bytes, to: &titleKey)
        guard let heading = LineKind.recordHeading(titleKey) else { return start }
        let digits = PlainText.end(ofKeyLength: heading.word, in: bytes, from: start..<bytes.count)
        let numeral = bytes.skipBlanks(from: digits, to: bytes.count)
        let reading = bytes.outlineNumber(at: numeral)
        let position =
            reading.map { numeral + $0.length }
            ?? PlainText.end(ofKeyLength: heading.end, in: bytes, from: start..<bytes.count)
        var rest = position
        while rest < bytes.count, [0x20, 0x2E, 0x3A, 0x29, 0x0A, 0x2D].contains(bytes[rest]) { rest += 1 }
        // `มาตรการที่ ๑ เรื่อง การประกาศราคากลาง`
        let named = rest + Self.subjectWord.count
        if bytes.hasPrefix(Self.subjectWord, at: rest), named < bytes.count, bytes[named] == 0x20 {
            rest = bytes.skipBlanks(from: named, to: bytes.count)
        }
        guard rest < bytes.count, digits > start else { return start }
        if record.measure.number == nil {
            record.measure.number = reading?.number.text ?? "\(heading.number)"
            mark(start..<digits, owner)
            place(digits..<position, .number, owner)
            mark(position..<rest, owner)
        } else {
            mark(start..<rest, owner)
        }
        return rest
    }

    /// Takes `มาตรการ A1` off the start of a title: where the title begins behind it.
    private mutating func behindLatinCount(_ start: Int, _ owner: Ledger.Owner?) -> Int? {
        let bytes = cell.bytes
        guard let word = LineKind.countWord(in: bytes, at: start) else { return nil }
        let letter = bytes.skipBlanks(from: start + word, to: bytes.count)
        guard letter + 2 < bytes.count, (bytes[letter] | 0x20) &- 0x61 < 26, record.measure.number == nil else {
            return nil
        }
        var end = letter + 1
        while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
        guard (1...2).contains(end - letter - 1), end < bytes.count, bytes.blankLength(at: end) > 0 else { return nil }
        record.measure.number = String(decoding: bytes[letter..<end], as: UTF8.self)
        mark(start..<letter, owner)
        place(letter..<end, .number, owner)
        return bytes.skipBlanks(from: end, to: bytes.count)
    }

    private static let subjectWord = Array("เรื่อง".utf8)

    /// Takes the number off the start of a title.
    private mutating func leadingNumber(at start: Int, _ owner: Ledger.Owner?) -> Int? {
        let bytes = cell.bytes
        if let (number, end) = cell.letteredNumber(at: start), end < bytes.count {
            if record.measure.number == nil { record.measure.number = number }
            place(start..<end, .number, owner)
            return bytes.skipBlanks(from: end, to: bytes.count)
        }
        guard let reading = bytes.outlineNumber(at: start), start + reading.length < bytes.count else { return nil }
        let end = start + reading.length
        if reading.style == .bare {
            // `๑.๑ แผน…` is a number, `๓ โครงการ` may be a quantity: only numbers with parts stand without a sign.
            guard reading.number.depth > 1 else { return nil }
        }
        if record.measure.number == nil { record.measure.number = reading.number.text }
        place(start..<end, .number, owner)
        return bytes.skipBlanks(from: end, to: bytes.count)
    }

    /// Takes an item code off the start of a title: `i๒๐ ขั้นตอน…`, `- 0๑๑ รายงาน…`.
    private mutating func behindCode(_ start: Int, _ owner: Ledger.Owner?) -> Int {
        let bytes = cell.bytes
        var begin = start
        if begin < bytes.count, bytes[begin] == 0x28 { begin += 1 }
        // No title begins with a padded number, so a zero in front is the letter o.
        let support: ItemCode.Support = bytes.digit(at: begin).value == 0 ? .full : .some
        guard let reading = bytes.itemCode(at: begin, support: support) else { return start }
        var end = begin + reading.length
        let isClosed = begin > start && end < bytes.count && bytes[end] == 0x29
        guard begin == start || isClosed else { return start }
        if isClosed { end += 1 }
        var rest = bytes.skipBlanks(from: end, to: bytes.count)
        while rest < bytes.count, bytes[rest] == 0x3A || bytes[rest] == 0x2D || bytes[rest] == 0x2E {
            rest = bytes.skipBlanks(from: rest + 1, to: bytes.count)
        }
        guard rest < bytes.count else { return start }
        takeCode(reading, from: begin, owner)
        if begin > start { mark(start..<begin, owner) }
        if begin + reading.length < rest { mark(begin + reading.length..<rest, owner) }
        return rest
    }

    private mutating func takeCode(_ reading: ItemCode.Reading, from start: Int, _ owner: Ledger.Owner?) {
        if record.measure.code == nil { record.measure.code = reading.code }
        if reading.isRepaired {
            noteRepair(
                of: start..<start + reading.length, .code, kind: "code-letter", to: reading.code.description)
        }
        place(start..<start + reading.length, .code, owner)
    }

    /// Notes that a part of the cell was not read as it is written.
    mutating func noteRepair(of range: Range<Int>, _ field: MeasureField, kind: String, to value: String) {
        let first = report.pieces.count
        cell.append(piecesOf: range, to: &report.pieces)
        let span = report.pieces[first...].map(\.span).reduce(report.pieces[first].span) { $0.union($1) }
        report.pieces.removeLast(report.pieces.count - first)
        record.repairs.append(
            FieldRepair(
                field: field, kind: kind, from: String(decoding: cell.bytes[range], as: UTF8.self), to: value,
                source: report.sourceRange(of: span)))
    }

    /// Notes where a value without a text of its own stands.
    mutating func place(_ range: Range<Int>, _ field: MeasureField, _ owner: Ledger.Owner?) {
        guard let text = text(range, owner: owner) else { return }
        record.places.append(ExtraField(field: field, heading: nil, text: text))
    }

    // MARK: Numbers and codes

    mutating func readNumber(_ owner: Ledger.Owner?, _ name: FieldText?) {
        let bytes = cell.bytes
        var whole = bytes.trimmed(cell.all)
        if let inner = cell.behindBrackets(whole) {
            mark(whole.lowerBound..<inner.lowerBound, owner)
            mark(inner.upperBound..<whole.upperBound, owner)
            whole = inner
        }
        if let digits = cell.plainNumber(in: whole) {
            record.measure.number = digits
            return place(whole, .number, owner)
        }
        let all = cell.behindCountWord(whole)
        if let reading = bytes.outlineNumber(at: all.lowerBound), all.lowerBound + reading.length == all.upperBound {
            record.measure.number = reading.number.text
            mark(whole.lowerBound..<all.lowerBound, owner)
            place(all, .number, owner)
        } else if let reading = bytes.itemCode(at: all.lowerBound, support: .some),
            all.lowerBound + reading.length == all.upperBound
        {
            mark(whole.lowerBound..<all.lowerBound, owner)
            takeCode(reading, from: all.lowerBound, owner)
        } else if let number = bytes.decimal(in: all)?.integer, number >= 0 {
            // Outline numbers have three figures at most; the rows of a long table more.
            record.measure.number = "\(number)"
            mark(whole.lowerBound..<all.lowerBound, owner)
            place(all, .number, owner)
        } else {
            readExtra(owner, name)
        }
    }

    mutating func readCode(_ owner: Ledger.Owner?, _ name: FieldText?) {
        let whole = cell.bytes.trimmed(cell.all)
        let all = cell.behindCountWord(whole)
        mark(whole.lowerBound..<all.lowerBound, owner)
        let start = behindBullet(all, owner).lowerBound
        if let reading = cell.bytes.itemCode(at: start, support: .full), start + reading.length == all.upperBound {
            takeCode(reading, from: start, owner)
        } else if let reading = cell.bytes.outlineNumber(at: start), start + reading.length == all.upperBound {
            record.measure.number = record.measure.number ?? reading.number.text
            place(start..<all.upperBound, .number, owner)
        } else if let text = text(start..<all.upperBound, owner: owner) {
            record.extra.append(ExtraField(field: .extra, heading: name, text: text))
        }
    }

    // MARK: Steps and units

    mutating func readSteps(_ owner: Ledger.Owner?) {
        let first = report.steps.count
        splitter.read(cell)
        for index in splitter.items.indices {
            let item = splitter.items[index]
            mark(item.marker, owner)
            // A marker with nothing behind it is a step without words; its place stays known by the mark.
            guard let text = text(item.text, owner: owner) else { continue }
            report.steps.append(Step(number: item.number, text: text, depth: UInt8(clamping: item.depth)))
            // Step by step: the number of the next one is no part of what this one names.
            collect(item.text, .steps)
        }
        record.measure.steps = Slice32(first..<report.steps.count)
    }

    mutating func readUnits(_ owner: Ledger.Owner?) {
        let first = report.texts.count
        if !record.hasTimeColumn, record.measure.timeframe == nil, let time = timeBehindUnits() {
            let (units, marks) = self.units.units(in: 0..<time.seam.lowerBound, of: cell)
            for range in marks + [time.seam] { mark(range, owner) }
            for range in units {
                if let text = text(range, owner: owner) { report.texts.append(text) }
            }
            record.measure.responsible = Slice32(first..<report.texts.count)
            return readTime(time.mention, from: time.seam.upperBound, owner)
        }
        // Where lines of the layout begin is no part of the wording, so only cells of one line are remembered.
        let (units, marks) =
            cell.lineStarts.isEmpty
            ? unitLists.value(of: cell.bytes) { self.units.units(of: cell) } : self.units.units(of: cell)
        for range in marks { mark(range, owner) }
        for range in units {
            if let text = text(range, owner: owner) { report.texts.append(text) }
        }
        record.measure.responsible = Slice32(first..<report.texts.count)
    }

    // MARK: States and results

    mutating func readStatus(_ owner: Ledger.Owner?, _ name: FieldText?) {
        // Boxes and their labels are the same in every row of a form.
        let reading = cell.hasBox ? boxes.value(of: cell.bytes) { statuses.read(cell) } : statuses.read(cell)
        guard let reading else {
            // A status column that tells in prose what was done.
            if record.hasResultColumn || record.measure.result != nil {
                if let text = text(cell.all, owner: owner) {
                    record.measure.status = record.measure.status ?? Status(state: .unknown, text: text)
                }
            } else {
                assign(\.result, .result, owner)
            }
            return
        }
        for range in reading.marks { mark(range, owner) }
        if let text = text(reading.text, owner: owner) {
            record.measure.status = Status(state: reading.state, text: text)
        }
        guard let rest = reading.rest else { return }
        let body = behindBullet(rest, owner)
        if record.hasResultColumn {
            guard let text = text(body, owner: owner) else { return }
            record.extra.append(ExtraField(field: .extra, heading: name, text: text))
        } else {
            record.resultBehindStatus = text(body, owner: owner)
        }
        collect(body, .result)
    }

    mutating func readResult(_ owner: Ledger.Owner?, _ name: FieldText?) {
        if cell.hasBox, record.measure.status == nil,
            let reading = boxes.value(of: cell.bytes, reading: { statuses.read(cell) }), !reading.marks.isEmpty
        {
            for range in reading.marks { mark(range, owner) }
            if let text = text(reading.text, owner: owner) {
                record.measure.status = Status(state: reading.state, text: text)
            }
            if let rest = reading.rest {
                let body = behindBullet(rest, owner)
                record.measure.result = text(body, owner: owner)
                collect(body, .result)
            }
            return
        }
        let plain = cell.behindBullet(cell.all)
        if plain.lowerBound > 0, let state = statuses.phrase(plain, in: cell.bytes), record.measure.status == nil {
            mark(0..<plain.lowerBound, owner)
            if let text = text(plain, owner: owner) { record.measure.status = Status(state: state, text: text) }
            return
        }
        // A status phrase alone says how far the measure is, not what was done.
        if let state = states.value(
            of: cell.bytes, reading: { statuses.wholeState(cell.bytes.trimmed(cell.all), in: cell.bytes) })
        {
            guard let text = text(cell.all, owner: owner) else { return }
            if record.measure.status == nil {
                record.measure.status = Status(state: state, text: text)
            } else {
                record.extra.append(ExtraField(field: .extra, heading: name, text: text))
            }
            return
        }
        assign(\.result, .result, owner)
    }

    mutating func readTick(_ state: StatusState, _ owner: Ledger.Owner?) {
        guard let text = text(cell.all, owner: owner) else { return }
        let isNone = cell.bytes.decimal(in: cell.all) == .zero
        if isNone || cell.bytes.starts(with: CellText.emptyBox) || record.measure.status != nil {
            record.places.append(ExtraField(field: .marks, heading: nil, text: text))
        } else {
            record.measure.status = Status(state: state, text: text)
        }
    }
}
