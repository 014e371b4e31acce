internal import ThaiText

/// Gives the columns of a table their roles, from their headings and from what their cells hold.
struct TableReader {
    private var classifier = CellClassifier()

    /// How many rows are looked at.
    private static let sample = 48

    mutating func read(_ table: Segmentation.Table, of segmentation: Segmentation) -> TableReading {
        let contents = ColumnContents.read(table, of: segmentation, &classifier, atMost: Self.sample)
        var roles = table.columns.map { column in
            column.match.flatMap { $0.certainty >= 0.5 ? $0.role : nil }
        }
        if !table.isLabelled {
            for column in roles.indices { correct(&roles[column], contents[column], column, table, segmentation) }
            takeSteps(&roles, contents)
            settleStates(&roles, contents)
            settlePercentage(&roles, contents, table, segmentation)
            FigureColumns.settle(&roles, contents)
            resolve(&roles, table, contents, segmentation)
            takeSteps(&roles, contents)
            settleItems(&roles, contents, table)
            settleLists(&roles, contents)
            fill(&roles, contents)
            chooseTitle(&roles, contents)
        } else {
            // What a label that nobody knows names is seen from what stands beside it.
            let kinds: [(ColumnRole, CellKind)] = [
                (.steps, .list), (.status, .status), (.timeframe, .date), (.responsible, .unit),
            ]
            let isTimed = roles.contains(.deadline) || roles.contains(.start)
            for (role, kind) in kinds where !roles.contains(role) && !(role == .timeframe && isTimed) {
                let column = roles.indices.first {
                    (roles[$0] == .extra || roles[$0] == nil) && (table.columns[$0].match?.certainty ?? 0) <= 0.5
                        && contents[$0].share(kind) >= 0.5
                }
                if let column { roles[column] = role }
            }
            settleState(&roles, contents)
            settleProgress(&roles, contents)
            settleSubject(&roles, contents)
        }
        pairOutputs(&roles)
        let kind = kind(of: roles, table, contents, segmentation)
        var certainties: [Double] = []
        for (column, role) in roles.enumerated() where role != nil {
            let match = table.columns[column].match
            certainties.append(match?.role == role ? match?.certainty ?? 0.5 : 0.5)
        }
        let isIndicator = zip(roles, table.columns).contains { role, column in
            role == .title && column.match?.role == .section
        }
        let hasUnits = zip(roles, table.columns).contains { role, column in
            guard role == .title, !roles.contains(.responsible) else { return false }
            let key = PlainText.key(
                of: segmentation.document.pieces[column.heading.range], in: segmentation.document.text)
            guard let open = key.lastIndex(of: 0x28) else { return false }
            return Self.unitWord.first(in: key, open..<key.count) != nil
        }
        return TableReading(
            kind: kind, roles: roles, isAboutIndicators: isIndicator, hasUnitsInTitles: hasUnits,
            certainty: certainties.isEmpty ? 0.5 : certainties.reduce(0, +) / Double(certainties.count),
            moneyPowers: zip(roles, table.columns).map { role, column in
                role?.isMoney == true
                    ? MoneyUnit.powerOfTen(
                        ofHeading: PlainText.key(
                            of: segmentation.document.pieces[column.heading.range], in: segmentation.document.text)) : 0
            })
    }

    /// Lets the contents overrule a heading that says something else.
    private func correct(
        _ role: inout ColumnRole?, _ contents: ColumnContents, _ column: Int, _ table: Segmentation.Table,
        _ segmentation: Segmentation
    ) {
        guard contents.filled > 0, let heading = role else { return }
        let dates = contents.share(.date)
        switch heading {
        case .result, .outcome, .steps, .monitoring:
            // `การดำเนินการ` over months says by when; `ผลการดำเนินงาน` over states says how far.
            if dates >= 0.6 { role = .deadline }
            if heading == .outcome, contents.areFigures, isOfPercent(table.columns[column], segmentation) {
                role = .status
            }
        case .tick:
            // `สำเร็จ (%)`
            if contents.areFigures, isOfPercent(table.columns[column], segmentation) { role = .status }
            // `แล้วเสร็จเมื่อ`
            if dates >= 0.6 { role = .deadline }
        case .status:
            if dates >= 0.6 { role = .deadline }
        case .responsible:
            if dates >= 0.8 { role = .timeframe }
        case .timeframe, .deadline, .start:
            if dates < 0.2, contents.share(.unit) >= 0.6 { role = .responsible }
            if dates < 0.2, contents.share(.status, .percent) >= 0.6 { role = .status }
        case .code:
            // `ข้อ` is a code over ๐๑, O๒ or i๓, and a number over 1, 2, 3.
            if contents.share(.code) < 0.3, contents.share(.number, .outline) >= 0.5,
                !hasPaddedNumbers(column, table, segmentation)
            {
                role = .number
            }
            if contents.share(.text) >= 0.7, contents.bytes / contents.filled > 60 { role = .title }
        case .title:
            // `ข้อคำถาม` over i๒, e๙
            if contents.share(.code) >= 0.6 {
                role = .code
            } else if contents.areFigures {
                // `เลขมาตรการ`, `จำนวนมาตรการ`
                role = column == 0 && contents.share(.number) >= 0.8 ? .number : .extra
            }
        case .number:
            if contents.share(.text) >= 0.7, contents.bytes / contents.filled > 60 { role = nil }
            if contents.share(.code) >= 0.5 || hasPaddedNumbers(column, table, segmentation, ofCodes: true) {
                role = .code
            }
        case .budget, .spent, .balance:
            if dates >= 0.7 { role = .timeframe }
        default: break
        }
    }

    private static let unitWord = PhraseSearch(Array("รับผิ".utf8))

    /// Whether numbers of a column have a zero in front, as `๐๑` for o1 has.
    ///
    /// `ofCodes`: whether they must not count the rows either, as `01`, `02`, `03` do.
    private func hasPaddedNumbers(
        _ column: Int, _ table: Segmentation.Table, _ segmentation: Segmentation, ofCodes: Bool = false
    ) -> Bool {
        let text = segmentation.document.text
        if ofCodes {
            let numbers = segmentation.rows[table.rows.range].prefix(Self.sample).compactMap { row -> Int? in
                let cell = segmentation.document.cells[row.cells.range].first { Int($0.column) == column }
                return cell.flatMap {
                    LineKind.ordinal(PlainText.key(of: $0.pieces, in: segmentation.document, atMost: 12))
                }
            }
            if numbers.count < 2 || zip(numbers, numbers.dropFirst()).allSatisfy({ $1 == $0 + 1 }) { return false }
        }
        for row in segmentation.rows[table.rows.range].prefix(Self.sample) {
            for cell in segmentation.document.cells[row.cells.range] where Int(cell.column) == column {
                guard let piece = segmentation.document.pieces[cell.pieces.range].first else { continue }
                let start = Int(piece.span.start)
                if text.digit(at: start).value == 0 { return true }
            }
        }
        return false
    }

    /// Two columns with one role: the second gets what else fits, or keeps its heading as an extra field.
    private func resolve(
        _ roles: inout [ColumnRole?], _ table: Segmentation.Table, _ contents: [ColumnContents],
        _ segmentation: Segmentation
    ) {
        var titles = roles.indices.filter { roles[$0] == .title }
        // `หัวข้อ | กิจกรรม` over `MOIT 4 | …`: what is too short for a name is a mark.
        if titles.count > 1, let mark = titles.first(where: { isOfMarks(contents[$0]) }),
            titles.contains(where: { !isOfMarks(contents[$0]) })
        {
            roles[mark] = .extra
            titles.removeAll { $0 == mark }
        }
        if titles.count > 1, let first = titles.first {
            let hasSteps = roles.contains(.steps)
            // Issue and measure: where nothing else says how, the second says it; else the measure is the subject.
            if !hasSteps,
                let second = titles.dropFirst().first(where: {
                    contents[$0].share(.list) >= 0.5 || contents[$0].bytes >= contents[first].bytes
                })
            {
                roles[second] = .steps
                for other in titles where other != first && other != second { roles[other] = .extra }
            } else {
                let measure = PlainText.key("มาตรการ")
                let chosen =
                    titles.first { index in
                        PlainText.key(
                            of: segmentation.document.pieces[table.columns[index].heading.range],
                            in: segmentation.document.text
                        ).starts(with: measure)
                    } ?? first
                for other in titles where other != chosen { roles[other] = .extra }
            }
        }
        if !roles.contains(.result),
            let column = roles.indices.first(where: {
                roles[$0] == .steps && isRestOfState($0, roles, table, segmentation)
            })
        {
            roles[column] = .result
        }
        // Behind the column of beginnings, the one of times tells the ends.
        if let start = roles.firstIndex(of: .start), !roles.contains(.deadline),
            let end = roles.indices.first(where: { $0 > start && roles[$0] == .timeframe })
        {
            roles[end] = .deadline
        }
        var seen: Set<ColumnRole> = []
        for column in roles.indices {
            guard let role = roles[column], role != .extra else { continue }
            if seen.insert(role).inserted { continue }
            if role == .timeframe, !seen.contains(.deadline) {
                roles[column] = .deadline
            } else if role == .status, !roles.contains(.result),
                isRestOfState(column, roles, table, segmentation) || tellsWhatWasDone(contents[column])
            {
                roles[column] = .result
            } else if role == .result, !seen.contains(.outcome), !roles.contains(.outcome) {
                roles[column] = .outcome
            } else {
                roles[column] = .extra
            }
            if let changed = roles[column] { seen.insert(changed) }
        }
    }

    /// The shortest name has more letters than this, in bytes.
    private static let longestMark = 15

    private func isOfMarks(_ contents: ColumnContents) -> Bool {
        contents.filled > 0 && contents.bytes <= contents.filled * Self.longestMark
    }

    /// Whether a column is the details of the state beside it: `สถานะ | รายละเอียด`.
    private func isRestOfState(
        _ column: Int, _ roles: [ColumnRole?], _ table: Segmentation.Table, _ segmentation: Segmentation
    ) -> Bool {
        guard column > 0 else { return false }
        switch roles[column - 1] {
        case .status, .tick: break
        default: return false
        }
        let heading = segmentation.document.pieces[table.columns[column].heading.range]
        return HeadingMatcher.saysNothing(PlainText.key(of: heading, in: segmentation.document.text))
    }

    /// Columns whose headings say nothing get a role from their cells.
    private func fill(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        func take(_ role: ColumnRole, _ column: Int) {
            if !roles.contains(role) { roles[column] = role }
        }
        for column in roles.indices where roles[column] == nil && contents[column].filled > 0 {
            let cells = contents[column]
            if cells.share(.date) >= 0.5 {
                take(.timeframe, column)
            } else if cells.share(.status, .percent) >= 0.5 {
                take(.status, column)
            } else if cells.share(.code) >= 0.5 {
                take(.code, column)
            } else if cells.share(.unit) >= 0.6, cells.bytes / cells.filled < 150 {
                take(.responsible, column)
            } else if cells.share(.money) >= 0.3, cells.share(.money, .decimal) >= 0.6 {
                take(roles.contains(.budget) ? .spent : .budget, column)
            } else if cells.share(.number, .outline) >= 0.7, column <= 1 {
                take(.number, column)
            } else if cells.share(.list) >= 0.4 {
                take(.steps, column)
            }
        }
    }

    /// A table of records has a subject: where no heading names it, the first column of text does.
    private func chooseTitle(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        if !roles.contains(.title), let section = roles.firstIndex(of: .section) { roles[section] = .title }
        let actions = roles.compactMap(\.self).filter(\.isAction).count
        if !roles.contains(.title), actions >= 2,
            let column = roles.indices.first(where: {
                roles[$0] == nil && contents[$0].share(.text, .list, .unit, .code) >= 0.5
            })
        {
            roles[column] = .title
        }
        // `แผนงาน | ผู้รับผิดชอบ | ผล`: what stands first is the subject, though its heading is known as another's.
        if !roles.contains(.title), actions >= 2, let first = subject(of: roles), roles[first] == .extra,
            contents[first].share(.text, .unit) >= 0.5, contents[first].filled * 10 >= contents[first].rows * 8
        {
            roles[first] = .title
        }
        // `แนวทาง/มาตรการ | ผู้รับผิดชอบ | ผล`: where nothing else is, what is to be done is the measure.
        if !roles.contains(.title), actions >= 3, let steps = roles.firstIndex(of: .steps),
            contents[steps].share(.text, .unit, .code) >= 0.5
        {
            roles[steps] = .title
        }
        takeSection(&roles, contents)
        // Of what is left, the column before the units says how, the one behind the time what came of it.
        guard roles.contains(.title), actions >= 2 else { return }
        for column in roles.indices where roles[column] == nil && contents[column].filled > 0 {
            guard contents[column].share(.text, .list) >= 0.5, contents[column].bytes / contents[column].filled > 40
            else {
                continue
            }
            let anchor = roles.firstIndex { $0 == .responsible || $0 == .timeframe || $0 == .deadline || $0 == .status }
            if let anchor, column < anchor, !roles.contains(.steps) {
                roles[column] = .steps
            } else if !roles.contains(.result) {
                roles[column] = .result
            }
        }
    }

    private func kind(
        of roles: [ColumnRole?], _ table: Segmentation.Table, _ contents: [ColumnContents], _ segmentation: Segmentation
    ) -> TableReading.Kind {
        if table.isLabelled { return .measures }
        let known = roles.compactMap(\.self)
        let actions = Set(known.filter { $0.isAction })
        let money = contents.filter { $0.filled > 0 && $0.share(.money, .decimal) >= 0.6 }.count
        let carriers: Set<ColumnRole> = [
            .steps, .responsible, .timeframe, .deadline, .start, .status, .result, .monitoring,
        ]
        let hasTick = known.contains(where: \.isTick)
        // A row of counts for each state sums measures up and tells of none.
        if FigureColumns.countStates(roles, contents) { return .other }
        if money >= 3, actions.isDisjoint(with: carriers), !hasTick { return .budget }
        let heads = table.columns.map {
            PlainText.key(
                of: segmentation.document.pieces[$0.heading.range], in: segmentation.document.text)
        }
        let isScore = heads.contains {
            $0.starts(with: PlainText.key("คะแนน")) || $0.starts(with: PlainText.key("ผลคะแนน"))
        }
        guard known.contains(.title), table.columns.count >= 3 else { return isScore ? .score : .other }
        let isProject = zip(roles, heads).contains { role, head in
            role == .title
                && ["โครงการ", "รายการโครงการ", "ชื่อโครงการ", "แผนงาน/โครงการ"].contains { word in
                    head.starts(with: PlainText.key(word))
                } && !head.starts(with: PlainText.key("โครงการ/มาตรการ"))
                && !head.starts(with: PlainText.key("โครงการ/กิจกรรม/มาตรการ"))
        }
        if isProject, known.contains(.budget) || known.contains(.spent), !known.contains(.steps),
            hasTick || known.contains(.spent) || !actions.isEmpty
        {
            return .projects
        }
        if isScore, actions.count < 2 { return .score }
        let headed = Set(
            zip(roles, table.columns).compactMap { role, column in
                (column.match?.certainty ?? 0) >= 0.6 ? role : nil
            }
        ).filter(\.isAction)
        // Without a single heading that is known, only cells of times or states show that a table tells of measures, or
        // the items that it names.
        let telling: Set<ColumnRole> = [.timeframe, .deadline, .status]
        let namesItems = zip(roles, contents).contains { $0 == .title && $1.areItems }
        if actions.count >= 2, !headed.isEmpty || !actions.isDisjoint(with: telling) || namesItems { return .measures }
        if headed.count == 1,
            table.columns.contains(where: { $0.match?.role == .title && ($0.match?.certainty ?? 0) > 0.6 })
        {
            return .measures
        }
        return money >= 2 ? .budget : .other
    }
}
