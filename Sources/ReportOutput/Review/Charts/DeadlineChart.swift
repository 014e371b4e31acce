internal import ReportParser

/// When the measures are due: a column a month, what is done below what is not.
///
/// Reports of many years would give a thousand columns: months become quarters and years until there are few enough.
/// Dates that one damaged year throws far from all others are counted in words below the drawing.
struct DeadlineChart {
    private struct Column {
        let first: ReviewEntry.Month
        var count = ReviewEntry.Deadlines()

        var total: Int { count.completed + count.open }
    }

    private var columns: [Column] = []
    /// Months a column.
    private var step = 1
    /// Measures that are due before or behind all columns.
    private var outside = 0

    private static let most = 72
    private static let (width, height, bottom) = (1340, 220, 24)

    init(_ entries: [ReviewEntry]) {
        var months: [ReviewEntry.Month: ReviewEntry.Deadlines] = [:]
        for entry in entries {
            for (month, count) in entry.deadlines {
                months[month, default: ReviewEntry.Deadlines()].completed += count.completed
                months[month, default: ReviewEntry.Deadlines()].open += count.open
            }
        }
        guard let range = Self.bulk(of: months) else { return }
        step = [1, 3, 12].first { range.count / $0 < Self.most } ?? 12
        let first = range.lowerBound / step
        columns = (first...max(first, (range.upperBound - 1) / step)).map { Column(first: $0 * step) }
        for (month, count) in months {
            guard range.contains(month) else {
                outside += count.completed + count.open
                continue
            }
            columns[month / step - first].count.completed += count.completed
            columns[month / step - first].count.open += count.open
        }
    }

    /// The months within ten years of the one in the middle of all.
    private static func bulk(of months: [ReviewEntry.Month: ReviewEntry.Deadlines]) -> Range<Int>? {
        let total = months.values.reduce(0) { $0 + $1.completed + $1.open }
        var sum = 0
        for month in months.keys.sorted() {
            guard let count = months[month] else { continue }
            sum += count.completed + count.open
            guard sum * 2 >= total else { continue }
            let near = months.keys.filter { abs($0 - month) <= 120 }
            guard let first = near.min(), let last = near.max() else { return nil }
            return first..<last + 1
        }
        return nil
    }

    /// Writes the chart.
    func write(to html: inout HTMLWriter) {
        html.beginChart("deadlines", .deadlineTimeline)
        html.legend([(StateBand.completed.name, .completed), (StateBand.notStarted.name, .notCompleted)])
        if columns.isEmpty {
            html.markup("<p>")
            html.phrase(.noDeadlines)
            html.markup("</p>\n")
        } else {
            draw(&html)
        }
        if outside > 0 {
            html.markup("<p class=\"meaning\">")
            html.phrase(.outsideTimeline)
            html.markup(" ")
            html.text(outside.grouped)
            html.markup("</p>\n")
        }
        html.beginNumbers([.time, .completed, .notCompleted])
        for column in columns where column.total > 0 {
            html.markup("<tr><th scope=\"row\">")
            let name = name(of: column)
            html.both(name.thai, name.english)
            html.markup("</th>")
            html.numbers([column.count.completed, column.count.open])
        }
        html.endChart()
    }

    private func draw(_ html: inout HTMLWriter) {
        let most = max(1, columns.map(\.total).max() ?? 1)
        let room = Self.height - Self.bottom - 18
        let width = min(48, (Self.width - 8) / columns.count)
        html.beginDrawing("deadlines", .deadlineTimeline, width: Self.width, height: Self.height)
        let base = Self.height - Self.bottom
        html.rectangle("axis", x: 0, y: base, width: Self.width, height: 1)
        var free = 0
        for (index, column) in columns.enumerated() {
            let left = 4 + index * width
            let done = Share(column.count.completed, of: most).length(of: room)
            let all = max(column.total > 0 ? 2 : 0, Share(column.total, of: most).length(of: room))
            let gap = width > 6 ? 3 : 1
            if done > 0 {
                html.rectangle(StateBand.completed.name, x: left, y: base - done, width: width - gap, height: done)
            }
            if all > done {
                html.rectangle(
                    StateBand.notStarted.name, x: left, y: base - all, width: width - gap, height: all - done)
            }
            if column.total > 0, width >= 16 {
                html.label("tip", column.total.grouped, x: left + (width - gap) / 2, y: base - all - 4)
            }
            // A label that would stand over the one before it is left out.
            guard left >= free else { continue }
            let name = name(of: column)
            html.labels("tick", name.thai, name.english, x: left, y: Self.height - 6)
            free = left + (step == 3 ? 112 : 72)
        }
        html.markup("</svg>\n")
    }

    private func name(of column: Column) -> (thai: String, english: String) {
        let year = column.first / 12
        guard step < 12 else { return ("\(year + 543)", "\(year)") }
        let first = ReviewPhrase.month(column.first % 12 + 1)
        guard step > 1 else { return ("\(first.thai) \(year + 543)", "\(first.english) \(year)") }
        let last = ReviewPhrase.month(column.first % 12 + step)
        return ("\(first.thai)–\(last.thai) \(year + 543)", "\(first.english)–\(last.english) \(year)")
    }
}
