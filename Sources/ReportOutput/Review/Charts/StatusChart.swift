internal import ReportParser

/// How far the bodies have come: a bar each, those with most that is not done first.
struct StatusChart {
    /// The measures of a body, in all its reports.
    private struct Body {
        var name: String
        var states: [StatusState?: Int] = [:]
        var measures = 0

        var open: Int { measures - (states[.completed] ?? 0) }
    }

    private let shown: [Body]
    private let all: Int

    private static let limit = 20
    private static let (width, names, row) = (660, 290, 26)

    init(_ entries: [ReviewEntry]) {
        var places: [String: Int] = [:]
        var bodies: [Body] = []
        for entry in entries where entry.measures > 0 {
            let name = [entry.agency ?? entry.name, entry.province.map { "(\($0))" }].compactMap(\.self)
                .joined(separator: " ")
            let place = places[name] ?? bodies.count
            if place == bodies.count {
                places[name] = place
                bodies.append(Body(name: name))
            }
            for (state, count) in entry.states { bodies[place].states[state, default: 0] += count }
            bodies[place].measures += entry.measures
        }
        all = bodies.count
        shown = Array(bodies.sorted { ($1.open, $0.name) < ($0.open, $1.name) }.prefix(Self.limit))
    }

    /// Writes the chart.
    func write(to html: inout HTMLWriter) {
        html.patterns()
        html.beginChart("by-body", .statusByBody)
        html.legend(StateBand.allCases.map { ($0.name, $0.phrase) })
        if all > shown.count {
            html.markup("<p class=\"meaning\">")
            html.number(shown.count)
            html.markup(" / ")
            html.text(all.grouped)
            html.markup(" – ")
            html.phrase(.bodiesShown)
            html.markup("</p>\n")
        }
        if shown.isEmpty {
            html.markup("<p>")
            html.phrase(.noRecords)
            html.markup("</p>\n")
        } else {
            draw(&html)
        }
        html.beginNumbers([.body] + StateBand.allCases.map(\.phrase))
        for body in shown {
            html.markup("<tr><th scope=\"row\" lang=\"th\">")
            html.text(body.name)
            html.markup("</th>")
            html.numbers(StateBand.allCases.map { $0.count(in: body.states) })
        }
        html.endChart()
    }

    private func draw(_ html: inout HTMLWriter) {
        let most = shown.map(\.measures).max() ?? 1
        let room = Self.width - Self.names - 60
        html.beginDrawing("by-body", .statusByBody, width: Self.width, height: shown.count * Self.row + 4)
        for (index, body) in shown.enumerated() {
            let top = index * Self.row + 4
            html.label("name", body.name.cut(to: 36), x: 0, y: top + 14)
            var sum = 0
            for band in StateBand.allCases {
                let count = band.count(in: body.states)
                guard count > 0 else { continue }
                let left = Share(sum, of: most).length(of: room)
                sum += count
                let right = Share(sum, of: most).length(of: room)
                html.rectangle(band.name, x: Self.names + left, y: top, width: max(1, right - left), height: 18)
            }
            let done = body.states[.completed] ?? 0
            let end = Self.names + Share(body.measures, of: most).length(of: room) + 6
            html.label("value", "\(done)/\(body.measures)", x: end, y: top + 14)
        }
        html.markup("</svg>\n")
    }
}
