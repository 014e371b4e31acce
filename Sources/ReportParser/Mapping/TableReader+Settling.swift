internal import ThaiText

/// What columns are, seen beside one another and in what their cells hold.
extension TableReader {
    private static let notReached = ["เป้า", "แผน", "คะแนน", "น้ำหนัก", "เบิก", "งบ", "พึงพอใจ"].map {
        PhraseSearch(Array($0.utf8))
    }

    /// `สำเร็จ (%)` over 100, 65, 0: where nothing else tells the state, the one column of percentages does that is no goal
    /// and no score.
    func settlePercentage(
        _ roles: inout [ColumnRole?], _ contents: [ColumnContents], _ table: Segmentation.Table,
        _ segmentation: Segmentation
    ) {
        guard !roles.contains(where: { $0?.tellsState == true }) else { return }
        let columns = roles.indices.filter { column in
            guard roles[column] == nil || roles[column] == .extra, contents[column].filled > 1,
                contents[column].arePercentages, isOfPercent(table.columns[column], segmentation)
            else { return false }
            let key = PlainText.key(of: table.columns[column].heading, in: segmentation.document, atMost: 200)
            return !Self.notReached.contains { $0.stands(in: key) }
        }
        if columns.count == 1 { roles[columns[0]] = .status }
    }

    /// `ความสำเร็จ (ร้อยละ)`: where nothing else tells the state, a percentage beside a label of outcomes does.
    func settleState(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        guard !roles.contains(.status) else { return }
        let column = roles.indices.first { column in
            guard contents[column].share(.status, .percent) >= 0.6 else { return false }
            switch roles[column] {
            case .outcome, .extra, nil: return true
            default: return false
            }
        }
        if let column { roles[column] = .status }
    }

    /// `สถานภาพ … ความคืบหน้า …`: of two labels of the state the one before a text tells what was done.
    func settleProgress(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        let states = roles.indices.filter { roles[$0] == .status }
        guard states.count == 2, !roles.contains(.result),
            let column = states.first(where: { tellsWhatWasDone(contents[$0]) }),
            states.contains(where: { contents[$0].share(.status, .percent) >= 0.6 })
        else { return }
        roles[column] = .result
    }

    /// `ผล | รายงานผล`: of two columns of results the one that holds states tells how far it has come.
    func settleStates(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        guard !roles.contains(.status) else { return }
        let results = roles.indices.filter { roles[$0] == .result || roles[$0] == .outcome }
        guard results.count > 1,
            let states = results.first(where: { contents[$0].share(.status, .percent) >= 0.8 }),
            results.contains(where: { $0 != states && contents[$0].share(.status) < 0.5 })
        else { return }
        roles[states] = .status
        if !roles.contains(.result), let outcome = roles.firstIndex(of: .outcome) { roles[outcome] = .result }
    }

    /// `แผนงาน | ปรับปรุงคู่มือ`: of labels of which none names the subject, the first does, if its words allow.
    func settleSubject(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        guard !roles.contains(.title), roles.compactMap(\.self).count(where: \.isAction) >= 2,
            let first = subject(of: roles), contents[first].share(.text, .unit) >= 0.5
        else { return }
        switch roles[first] {
        case .steps where roles.compactMap(\.self).count(where: \.isAction) >= 3, .extra, nil: roles[first] = .title
        default: break
        }
    }

    /// Whether cells below the name of a state hold texts.
    func tellsWhatWasDone(_ contents: ColumnContents) -> Bool {
        contents.filled > 0 && contents.share(.text, .list, .unit, .code) >= 0.5
    }

    /// `ผลผลิต | ผลลัพธ์`: of two columns of what came of a measure the first is the result, where no other is.
    func pairOutputs(_ roles: inout [ColumnRole?]) {
        let outcomes = roles.indices.filter { roles[$0] == .outcome }
        guard outcomes.count == 2, !roles.contains(.result) else { return }
        roles[outcomes[0]] = .result
    }

    /// Whether a heading says that its figures are percentages: `% ความสำเร็จ`, `ความสำเร็จ (ร้อยละ)`.
    func isOfPercent(_ column: Segmentation.Column, _ segmentation: Segmentation) -> Bool {
        let key = PlainText.key(of: column.heading, in: segmentation.document, atMost: 200)
        return key.contains(0x25) || Self.percentWord.stands(in: key)
    }

    private static let percentWord = PhraseSearch(Array("ร้อยละ".utf8))

    /// The first column that neither counts the records nor names their groups.
    func subject(of roles: [ColumnRole?]) -> Int? {
        roles.firstIndex { $0 != .number && $0 != .code && $0 != .section }
    }

    /// `กิจกรรม | การดำเนินการ | ผู้รับผิดชอบ`: lists before those who carry them out are what is to be done, no results.
    func takeSteps(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        let units = roles.indices.first { roles[$0] == nil && contents[$0].share(.unit) >= 0.6 }
        guard !roles.contains(.steps), let unit = roles.firstIndex(of: .responsible) ?? units else { return }
        // `การดำเนินงาน | ผู้รับผิดชอบ | ผลการดำเนินงาน`: another column tells the results.
        let least = roles[unit...].contains(.result) ? 0.3 : 0.6
        let column = roles[..<unit].indices.first { roles[$0] == .result && contents[$0].share(.list) >= least }
        if let column { return roles[column] = .steps }
        // `สิ่งที่ให้ปฏิบัติ | ได้ผลอย่างไร`: lists before texts that tell what came of them.
        guard let lists = roles.firstIndex(of: .result), contents[lists].share(.list) >= 0.8, lists + 1 < roles.count,
            roles[lists + 1] == .outcome || roles[lists + 1] == nil || roles[lists + 1] == .result,
            contents[lists + 1].share(.text, .status) >= 0.6
        else { return }
        (roles[lists], roles[lists + 1]) = (.steps, .result)
    }

    /// `สิ่งที่ทำไป | หัวข้อข้อมูล` over items of the disclosure list: where no heading names the subject for certain, the
    /// column of items does.
    func settleItems(_ roles: inout [ColumnRole?], _ contents: [ColumnContents], _ table: Segmentation.Table) {
        guard let items = roles.indices.first(where: { contents[$0].areItems }), roles[items] != .title else { return }
        let titles = roles.indices.filter { roles[$0] == .title }
        guard titles.allSatisfy({ (table.columns[$0].match?.certainty ?? 0) < 0.7 }) else { return }
        for title in titles { roles[title] = nil }
        roles[items] = .title
    }

    /// `จุดที่โรงเรียนเห็นว่าต้องแก้ | กิจกรรม`: lists behind texts that nobody knows are what is to be done about these.
    func settleLists(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        guard !roles.contains(.steps), let title = roles.firstIndex(of: .title), contents[title].share(.list) >= 0.5
        else { return }
        let subject = roles[..<title].indices.last { column in
            let cells = contents[column]
            return (roles[column] == nil || roles[column] == .extra) && cells.share(.text, .unit) >= 0.7
                && cells.filled * 10 >= cells.rows * 8 && cells.repeats * 4 < cells.filled
        }
        guard let subject else { return }
        (roles[subject], roles[title]) = (.title, .steps)
    }

    /// A column that nobody knows, whose cells each reach across several rows, or are said again in each of them: it
    /// names the group of these.
    func takeSection(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        guard !roles.contains(.section), let title = roles.firstIndex(of: .title) else { return }
        let groups = roles.indices.filter { column in
            roles[column] == nil && contents[column].share(.text, .unit, .list) >= 0.5
                && (contents[column].covered > 0 || contents[column].repeats * 4 >= contents[column].filled)
        }
        if let named = roles.indices.first(where: { column in
            (roles[column] == nil || roles[column] == .extra) && contents[column].filled > 1
                && contents[column].sections * 10 >= contents[column].filled * 8
        }) {
            roles[named] = .section
            return
        }
        // Behind the titles only a short text that repeats is such a name.
        let column = groups.first { column in
            column < title || contents[column].repeats > 1 && contents[column].bytes < 150 * contents[column].filled
        }
        if let column { roles[column] = .section }
    }
}
