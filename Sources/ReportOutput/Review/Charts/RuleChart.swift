internal import ReportParser

/// What was found how often: a bar a rule, the most frequent first.
struct RuleChart {
    private struct Row {
        let id: String
        let count: Int
        let reports: Int
        let severity: Finding.Severity
    }

    private let rows: [Row]

    private static let (width, names, row) = (660, 240, 26)

    init(_ entries: [ReviewEntry]) {
        var counts: [String: (findings: Int, reports: Int)] = [:]
        for entry in entries {
            for (rule, count) in entry.rules {
                let old = counts[rule] ?? (0, 0)
                counts[rule] = (old.findings + count, old.reports + 1)
            }
        }
        let severities = Dictionary(ReportParser.rules.map { ($0.id, $0.severity) }) { first, _ in first }
        rows = counts.map {
            Row(id: $0.key, count: $0.value.findings, reports: $0.value.reports, severity: severities[$0.key] ?? .info)
        }.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    }

    /// Writes the chart.
    func write(to html: inout HTMLWriter) {
        html.beginChart("by-rule", .findingsByRule)
        if rows.isEmpty {
            html.markup("<p>")
            html.phrase(.noFindings)
            html.markup("</p>\n")
        } else {
            draw(&html)
        }
        html.beginNumbers([.rule, .count, .reports])
        for row in rows {
            html.markup("<tr><th scope=\"row\">")
            html.severity(row.severity)
            html.markup(" <code>")
            html.text(row.id)
            html.markup("</code></th>")
            html.numbers([row.count, row.reports])
        }
        html.endChart()
    }

    private func draw(_ html: inout HTMLWriter) {
        let most = rows.first?.count ?? 1
        html.beginDrawing("by-rule", .findingsByRule, width: Self.width, height: rows.count * Self.row + 4)
        for (index, row) in rows.enumerated() {
            let top = index * Self.row + 4
            html.beginLabel("name", x: 0, y: top + 14)
            html.markup(row.severity.sign)
            html.markup(" ")
            html.value(row.id)
            html.markup("</text>")
            let length = max(2, Share(row.count, of: most).length(of: Self.width - Self.names - 60))
            html.rectangle(row.severity.barClass, x: Self.names, y: top, width: length, height: 18)
            html.label("value", row.count.grouped, x: Self.names + length + 6, y: top + 14)
        }
        html.markup("</svg>\n")
    }
}

extension Finding.Severity {
    fileprivate var barClass: StaticString {
        switch self {
        case .error: "bar-error"
        case .warning: "bar-warning"
        case .info: "bar-info"
        }
    }
}
