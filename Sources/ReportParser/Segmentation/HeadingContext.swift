internal import ThaiText

/// What headings mean beside one another, and over what their cells hold: more than each of them tells alone.
enum HeadingContext {
    /// How many rows are looked at.
    private static let sample = 60

    /// Changes the meaning of headings that others, or the cells below them, show to mean something else.
    static func settle(_ columns: inout [Segmentation.Column], over rows: Range<Int>, in document: Document) {
        settleCount(&columns, rows.prefix(sample), in: document)
        settleGroups(&columns, rows.prefix(sample), in: document)
        settleApproach(&columns, in: document)
        settleActivities(&columns, rows.prefix(sample), in: document)
        settleProgress(&columns, in: document)
        settleMonths(&columns, in: document)
        settleEnds(&columns)
        settleOpposites(&columns, in: document)
        settleTicks(&columns, rows.prefix(sample), in: document)
    }

    /// `ทำเสร็จ | ยังทำอยู่`: a column of ticks below the words for a state.
    private static func settleTicks(
        _ columns: inout [Segmentation.Column], _ rows: Range<Int>, in document: Document
    ) {
        var classifier = CellClassifier()
        for column in columns.indices where (columns[column].match?.certainty ?? 0) < 0.99 {
            guard let state = VerbAspect.state(of: PlainText.key(of: columns[column].heading, in: document, atMost: 80))
            else { continue }
            let kinds = document.rows[rows].compactMap { row -> CellKind? in
                let cell = document.cells[row.cells.range].first { Int($0.column) == column && !$0.pieces.isEmpty }
                return cell.map { classifier.kind(of: document.pieces[$0.pieces.range], in: document.text) }
            }
            guard !kinds.isEmpty, kinds.allSatisfy({ $0 == .tick || $0 == .dash }) else { continue }
            columns[column].match = HeadingMatcher.Match(role: .tick(state), certainty: 1)
        }
    }

    /// `เริ่ม | เสร็จ`: beside the day of beginning the state of being done is the day of the end.
    private static func settleEnds(_ columns: inout [Segmentation.Column]) {
        for column in columns.indices.dropFirst()
        where columns[column - 1].match?.role == .start && columns[column].match?.role == .tick(.completed) {
            columns[column].match?.role = .deadline
        }
    }

    private static let doing = PlainText.key("ดำเนินการ")

    /// `ดำเนินการ | ไม่ได้ดำเนินการ`: beside the name of what was not done the bare verb is what was.
    private static func settleOpposites(_ columns: inout [Segmentation.Column], in document: Document) {
        for column in columns.indices {
            guard PlainText.key(of: columns[column].heading, in: document, atMost: 60) == doing,
                [column - 1, column + 1].contains(where: { other in
                    columns.indices.contains(other) && columns[other].match?.role == .tick(.notStarted)
                })
            else { continue }
            columns[column].match = HeadingMatcher.Match(role: .tick(.completed), certainty: 1)
        }
    }

    private static func columns(_ role: ColumnRole, in columns: [Segmentation.Column]) -> [Int] {
        columns.indices.filter { columns[$0].match?.role == role && (columns[$0].match?.certainty ?? 0) >= 0.55 }
    }

    /// `มาตรการที่ | มาตรการ`: of two columns that are named for the subject, the one of numbers counts it.
    private static func settleCount(
        _ columns: inout [Segmentation.Column], _ rows: Range<Int>, in document: Document
    ) {
        let titles = Self.columns(.title, in: columns)
        guard titles.count > 1, Self.columns(.number, in: columns).isEmpty,
            let count = titles.first(where: { holdsOrdinals($0, rows, in: document) })
        else { return }
        columns[count].match = HeadingMatcher.Match(role: .number, certainty: 1)
    }

    /// `ประเด็น | ที่ | มาตรการ`: of two columns that are named for the subject, the one whose cells reach across several
    /// numbered rows names their group.
    private static func settleGroups(
        _ columns: inout [Segmentation.Column], _ rows: Range<Int>, in document: Document
    ) {
        let titles = Self.columns(.title, in: columns)
        // `หัวข้อ | ข้อ | กิจกรรมที่กำหนดไว้`: what the numbers count is the subject.
        // `ข้อ` may head codes as well.
        let counts = Self.columns(.number, in: columns) + Self.columns(.code, in: columns)
        if titles.count == 1, let number = counts.first(where: { holdsOrdinals($0, rows, in: document) }),
            case let steps = Self.columns(.steps, in: columns), steps.count == 1,
            Self.columns(.section, in: columns).isEmpty, reachesAcross(titles[0], rows, in: document),
            [number, steps[0]].allSatisfy({ !reachesAcross($0, rows, in: document) })
        {
            columns[titles[0]].match = HeadingMatcher.Match(role: .section, certainty: 1)
            columns[steps[0]].match = HeadingMatcher.Match(role: .title, certainty: 0.7)
            columns[number].match = HeadingMatcher.Match(role: .number, certainty: 1)
            return
        }
        guard titles.count > 1, let number = Self.columns(.number, in: columns).first,
            Self.columns(.section, in: columns).isEmpty, holdsOrdinals(number, rows, in: document),
            !reachesAcross(number, rows, in: document),
            let group = titles.first(where: { reachesAcross($0, rows, in: document) })
                ?? titles.first(where: { isSparse($0, beside: number, rows, in: document) }),
            titles.contains(where: {
                !reachesAcross($0, rows, in: document) && !isSparse($0, beside: number, rows, in: document)
            })
        else { return }
        columns[group].match = HeadingMatcher.Match(role: .section, certainty: 1)
    }

    /// Whether a cell of a column stands in several rows.
    private static func reachesAcross(_ column: Int, _ rows: Range<Int>, in document: Document) -> Bool {
        document.rows[rows].contains { row in
            document.cells[row.cells.range].contains { Int($0.column) == column && $0.rowSpan > 1 }
        }
    }

    /// Whether a column is empty in one numbered row in five or more: what stands above holds for these too.
    private static func isSparse(
        _ column: Int, beside number: Int, _ rows: Range<Int>, in document: Document
    ) -> Bool {
        func isFilled(_ column: Int, _ row: Document.Row) -> Bool {
            document.cells[row.cells.range].contains { Int($0.column) == column && !$0.pieces.isEmpty }
        }
        let numbered = document.rows[rows].filter { isFilled(number, $0) }
        return numbered.count { !isFilled(column, $0) } * 5 >= max(1, numbered.count)
    }

    /// Whether each cell of a column that holds anything holds a number and nothing else, and whether two cells do.
    private static func holdsOrdinals(_ column: Int, _ rows: Range<Int>, in document: Document) -> Bool {
        var count = 0
        for row in document.rows[rows] {
            for cell in document.cells[row.cells.range] where Int(cell.column) == column && !cell.pieces.isEmpty {
                // What covers other columns too is the heading of a section, or the word for a sum.
                if cell.columnSpan > 1 { continue }
                let key = PlainText.key(of: cell.pieces, in: document, atMost: 12)
                guard LineKind.ordinal(key) != nil else { return false }
                count += 1
            }
        }
        return count >= 2
    }

    private static let approaches = PhraseTable(words: ["แนวทาง", "กิจกรรม"])

    /// `แนวทางยกระดับ | กิจกรรมย่อย`: where nothing names the subject and another column tells the steps, an approach is
    /// what they carry out, and so is an activity.
    private static func settleApproach(_ columns: inout [Segmentation.Column], in document: Document) {
        guard Self.columns(.title, in: columns).isEmpty else { return }
        let steps = Self.columns(.steps, in: columns)
        guard let first = steps.first, steps.count > 1,
            approaches.longestPhrase(in: PlainText.key(of: columns[first].heading, in: document, atMost: 60)) != nil
        else { return }
        columns[first].match = HeadingMatcher.Match(role: .title, certainty: 0.7)
    }

    /// `ตัวชี้วัด | กิจกรรมที่ดำเนินการ`: where nothing names the subject, and each activity has a time or a state of its own
    /// below an indicator for several of them, it is the subject.
    private static func settleActivities(
        _ columns: inout [Segmentation.Column], _ rows: Range<Int>, in document: Document
    ) {
        guard Self.columns(.title, in: columns).isEmpty,
            let section = Self.columns(.section, in: columns).first, reachesAcross(section, rows, in: document),
            case let steps = Self.columns(.steps, in: columns), steps.count == 1,
            !reachesAcross(steps[0], rows, in: document),
            approaches.longestPhrase(in: PlainText.key(of: columns[steps[0]].heading, in: document, atMost: 60)) != nil
        else { return }
        let facts = [ColumnRole.timeframe, .start, .deadline, .status].flatMap { Self.columns($0, in: columns) }
        guard facts.contains(where: { !reachesAcross($0, rows, in: document) }) else { return }
        columns[steps[0]].match = HeadingMatcher.Match(role: .title, certainty: 0.7)
    }

    private static let plans = ["แผน", "เป้า", "เป้าหมาย", "plan"].map { PlainText.key($0) }
    private static let actuals = PhraseTable(words: ["ผล", "ผลจริง", "จริง", "ทำได้", "ทำได้จริง", "actual", "ผลงาน"])

    /// `ความก้าวหน้า (ร้อยละ)` over `แผน | ผล`: the state is what was reached, not what was planned.
    private static func settleProgress(_ columns: inout [Segmentation.Column], in document: Document) {
        for column in columns.indices.dropLast() where columns[column].match?.role == .status {
            let key = PlainText.key(of: columns[column].heading, in: document, atMost: 200)
            let next = PlainText.key(of: columns[column + 1].heading, in: document, atMost: 40)
            guard plans.contains(where: { key.count > $0.count && key.suffix($0.count).elementsEqual($0) }),
                actuals.meaning(of: HeadingMatcher.core(next)) != nil
            else { continue }
            columns[column + 1].match = columns[column].match
            columns[column].match = HeadingMatcher.Match(role: .extra, certainty: 1)
        }
    }

    private static let quarterWord = PhraseSearch(Array("ไตรมาส".utf8))

    /// The quarter that a figure alone stands for below a heading that speaks of quarters: `ระยะเวลา (ไตรมาส)` over `1 | 2`.
    static func quarter(_ key: [UInt8], below group: [UInt8]) -> ColumnRole? {
        guard key.count == 1, (1...4).contains(Int(key[0]) - 0x30), quarterWord.stands(in: group) else { return nil }
        return .quarter(Int(key[0]) - 0x30)
    }

    /// How many months or quarters side by side, in the words of dates, make a chart.
    static let fewestMonths = 2

    /// `ต.ค. 66 | พ.ย. 66 | …`, `ต.ค. - ธ.ค. | ม.ค. - มี.ค.`: the columns of a chart.
    private static func settleMonths(_ columns: inout [Segmentation.Column], in document: Document) {
        let months = columns.indices.compactMap { column -> (column: Int, role: ColumnRole)? in
            guard (columns[column].match?.certainty ?? 0) < 0.9 else { return nil }
            let key = PlainText.key(of: columns[column].heading, in: document, atMost: 60)
            return HeadingMatcher.monthOfChart(HeadingMatcher.core(key)).map { (column, $0) }
        }
        guard months.count >= fewestMonths else { return }
        for (column, role) in months { columns[column].match = HeadingMatcher.Match(role: role, certainty: 1) }
    }
}
