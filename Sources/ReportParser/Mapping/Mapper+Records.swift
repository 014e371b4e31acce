internal import ThaiText

/// Rows to records: each cell to the field that its column's role names.
extension Mapper {
    mutating func takeRecord(
        _ row: Segmentation.Row, _ table: Segmentation.Table, _ reading: TableReading, _ names: [FieldText?],
        of segmentation: Segmentation
    ) {
        record.reset()
        record.hasResultColumn = reading.hasResults
        record.hasNumberColumn = reading.hasNumbers
        record.hasTimeColumn = reading.hasTimes
        record.hasStatusColumn = reading.hasStates
        record.measure.kind = reading.kind == .projects ? .project : .measure
        record.measure.confidence = reading.certainty
        record.unitsInTitles =
            reading.hasUnitsInTitles ? .always : reading.roles.contains(.responsible) ? .never : .whereKnown
        if table.isLabelled {
            for (name, role) in zip(names, reading.roles) {
                guard let name else { continue }
                record.places.append(ExtraField(field: .marks, heading: nil, text: name))
                record.extend(report.span(of: name))
                // `มาตรการที่ ๑ | …`: the label of the title holds the number.
                guard role == .title else { continue }
                let key = PlainText.key(of: report.pieces[name.pieces.range], in: report.text)
                if let heading = LineKind.recordHeading(key) {
                    record.measure.number = key.outlineNumber(at: heading.word)?.number.text ?? "\(heading.number)"
                } else if let number = LineKind.countedName(key) {
                    record.measure.number = "\(number)"
                }
            }
        }
        for source in segmentation.document.cells[row.cells.range] {
            let column = Int(source.column)
            load(source.pieces, of: segmentation)
            guard !cell.isEmpty else { continue }
            let role = column < reading.roles.count ? reading.roles[column] : nil
            let name = column < names.count ? names[column] : nil
            record.column = column
            record.moneyPower = column < reading.moneyPowers.count ? reading.moneyPowers[column] : 0
            take(role, name: name, isCovering: source.isCovering, isAboutIndicators: reading.isAboutIndicators)
        }
        finishRecord()
    }

    /// Reads the cell that stands in ``cell`` as the role of its column says.
    private mutating func take(_ role: ColumnRole?, name: FieldText?, isCovering: Bool, isAboutIndicators: Bool) {
        let owner: Ledger.Owner? = isCovering ? nil : .measures
        // A ditto mark names what stands in another record, and a text is in one only: the value is flagged as missing.
        if role != .title, cell.isDash || cell.isDitto {
            mark(cell.all, owner)
            return
        }
        // `การปฏิบัติ : (/) ทำแล้ว ( ) กำลังทำ`
        if role == .steps || role == .monitoring && !record.hasResultColumn, record.measure.status == nil,
            !record.hasStatusColumn, cell.hasBox,
            statuses.read(cell) != nil
        {
            return readStatus(owner, name)
        }
        if role == .result || role == .outcome, readOutputs(owner) { return }
        if let role, isTaken(role) { return readExtra(owner, name) }
        switch role {
        case .title: readTitle(owner, isAboutIndicators: isAboutIndicators)
        case .number: readNumber(owner, name)
        case .code: readCode(owner, name)
        case .section:
            if let text = text(cell.all, owner: owner) {
                enterCellSection(text)
                record.places.append(ExtraField(field: .section, heading: nil, text: text))
            }
        case .steps: readSteps(owner)
        case .responsible: readUnits(owner)
        case .timeframe: if !readQuarterFigures(owner, name) { readTimeframe(owner, isDeadline: false) }
        case .deadline: readTimeframe(owner, isDeadline: true)
        case .start: readStart(owner)
        case .status: readStatus(owner, name)
        case .result: readResult(owner, name)
        case .outcome: assign(\.outcome, .outcome, owner)
        case .monitoring: assign(\.monitoring, .monitoring, owner)
        case .requirement: assign(\.requirement, .requirement, owner)
        case .budget: readMoney(\.approved, owner, name)
        case .spent: readMoney(\.disbursed, owner, name)
        case .balance: readMoney(\.remaining, owner, name)
        case .tick(let state): readTick(state, owner)
        case .month(let month):
            if let text = text(cell.all, owner: owner) { record.months.append((month, text)) }
        case .quarter(let quarter):
            if let text = text(cell.all, owner: owner) { record.quarters.append((quarter, text)) }
        case .extra, nil: readExtra(owner, name)
        }
    }

    /// Whether the field of a role has its value already, so that a second one must not take its place.
    private func isTaken(_ role: ColumnRole) -> Bool {
        return switch role {
        case .title: record.measure.title != nil
        case .steps: !record.measure.steps.isEmpty
        case .responsible: !record.measure.responsible.isEmpty
        case .timeframe, .deadline: record.measure.timeframe != nil || record.deadline != nil
        case .start: record.measure.timeframe != nil || record.start != nil
        case .status: record.measure.status != nil || record.resultBehindStatus != nil
        case .result: record.measure.result != nil
        case .outcome: record.measure.outcome != nil
        case .monitoring: record.measure.monitoring != nil
        case .requirement: record.measure.requirement != nil
        default: false
        }
    }

    /// Notes characters of the record that stand for no value.
    mutating func mark(_ range: Range<Int>, _ owner: Ledger.Owner?) {
        guard !range.isEmpty, let text = text(range, owner: owner) else { return }
        record.places.append(ExtraField(field: .marks, heading: nil, text: text))
    }

    /// Keeps a value under its heading.
    mutating func readExtra(_ owner: Ledger.Owner?, _ name: FieldText?) {
        guard let text = text(cell.all, owner: owner) else { return }
        record.extra.append(ExtraField(field: .extra, heading: name, text: text, column: record.column))
        collect(cell.all, .extra)
    }

    /// Gives the cell to a field of text, without the bullet at its start.
    mutating func assign(
        _ field: WritableKeyPath<Measure, FieldText?>, _ name: MeasureField, _ owner: Ledger.Owner?
    ) {
        let body = behindBullet(cell.all, owner)
        record.measure[keyPath: field] = text(body, owner: owner)
        collect(body, name)
    }

    /// Takes the bullet off the start of a range.
    mutating func behindBullet(_ range: Range<Int>, _ owner: Ledger.Owner?) -> Range<Int> {
        let body = cell.behindBullet(range)
        if body.lowerBound > range.lowerBound { mark(range.lowerBound..<body.lowerBound, owner) }
        return body
    }

    // MARK: Finishing

    private mutating func finishRecord() {
        settleTimeframe()
        if let rest = record.resultBehindStatus {
            if record.measure.result == nil {
                record.measure.result = rest
            } else {
                record.extra.append(ExtraField(field: .extra, heading: nil, text: rest))
            }
        }
        guard record.span != nil || record.measure.title != nil else { return }
        settleKind()
        record.measure.section = section
        if let budget = record.budget {
            record.measure.budget = Int32(clamping: report.budgets.count)
            report.budgets.append(budget)
        }
        record.measure.places = append(record.places)
        record.measure.extra = append(record.extra)
        record.measure.dates = Self.append(record.dates, to: &report.dates)
        record.measure.amounts = Self.append(record.amounts, to: &report.amounts)
        record.measure.urls = Self.append(record.urls, to: &report.urls)
        readRepairs()
        record.measure.repairs = Self.append(record.repairs, to: &report.repairs)
        record.measure.span = record.span ?? report.span(of: record.measure)
        report.measures.append(record.measure)
    }

    private mutating func append(_ fields: [ExtraField]) -> Slice32 { Self.append(fields, to: &report.extras) }

    static func append<Element>(_ new: [Element], to table: inout [Element]) -> Slice32 {
        guard !new.isEmpty else { return .empty }
        for element in new { table.append(element) }
        return Slice32(table.count - new.count..<table.count)
    }

    private mutating func settleKind() {
        if record.measure.kind == .measure {
            if record.measure.code?.kind == .o { record.measure.kind = .oitItem }
        }
        if record.measure.indicator == nil {
            if indicatorOfSection?.section != section {
                // The nearest heading that names an indicator.
                let headings = report.sections[section]
                var found: Int32?
                for heading in headings.reversed() where found == nil {
                    found = indicator(named: heading).map { add($0) }
                }
                indicatorOfSection = (section, found)
            }
            record.measure.indicator = indicatorOfSection?.indicator
        }
    }

    /// Adds an indicator to the report; returns its index.
    mutating func add(_ indicator: Indicator) -> Int32 {
        report.indicators.append(indicator)
        return Int32(clamping: report.indicators.count - 1)
    }

    /// The indicator that a heading names: `ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ`.
    mutating func indicator(named heading: FieldText) -> Indicator? {
        cell.load(heading.pieces.range, of: report.pieces, of: report.text, spaces: &spaces)
        return indicator(at: 0)
    }

    private static let indicatorWords = ["ตัวชี้วัดย่อยที่", "ตัวชี้วัดที่", "ตัวชี้วัดย่อย", "ตัวชี้วัด"].map { Array($0.utf8) }

    /// The indicator whose name begins at `start` of the cell.
    mutating func indicator(at start: Int) -> Indicator? {
        let bytes = cell.bytes
        guard let word = Self.indicatorWords.first(where: { bytes.hasPrefix($0, at: start) }) else { return nil }
        let place = bytes.skipBlanks(from: start + word.count, to: bytes.count)
        guard let reading = bytes.outlineNumber(at: place) else { return nil }
        let number = reading.number
        let instrument =
            switch number.first {
            case 1...5: "IIT"
            case 6...8: "EIT"
            case 9...10: "OIT"
            default: String?.none
            }
        var name = bytes.skipBlanks(from: place + reading.length, to: bytes.count)
        while name < bytes.count, bytes[name] == 0x3A || bytes[name] == 0x2E || bytes[name] == 0x20 { name += 1 }
        return Indicator(
            number: number.text, name: text(name..<bytes.count, owner: nil), instrument: instrument)
    }
}

extension Report {
    /// From the first to the last character of a measure's fields.
    public func span(of measure: Measure) -> SourceSpan {
        var result: SourceSpan?
        for (_, text) in fields(of: measure) {
            for piece in pieces[text.pieces.range] { result = result?.union(piece.span) ?? piece.span }
        }
        return result ?? SourceSpan(0..<0)
    }

    /// The texts of a measure and the fields that they belong to: each character of the record once.
    public func fields(of measure: Measure) -> [(MeasureField, FieldText)] {
        var result: [(MeasureField, FieldText)] = []
        result.reserveCapacity(16)
        for place in extras[measure.places.range] { result.append((place.field, place.text)) }
        if let text = measure.title { result.append((.title, text)) }
        for step in steps[measure.steps.range] { result.append((.steps, step.text)) }
        for unit in texts[measure.responsible.range] { result.append((.responsible, unit)) }
        if let timeframe = measure.timeframe { result.append((.timeframe, timeframe.text)) }
        if let status = measure.status { result.append((.status, status.text)) }
        if let text = measure.result { result.append((.result, text)) }
        if let text = measure.outcome { result.append((.outcome, text)) }
        if let text = measure.monitoring { result.append((.monitoring, text)) }
        if let text = measure.requirement { result.append((.requirement, text)) }
        for extra in extras[measure.extra.range] { result.append((.extra, extra.text)) }
        return result
    }
}
