import Foundation

/// Compares a report's JSON with one written by hand.
struct GoldComparison {
    let name: String
    let gold: JSONValue
    let report: JSONValue

    /// Every field that is not as it was written by hand, measures without a partner among them.
    func misses() -> [GoldMiss] {
        let wanted = gold["measures"].elements
        let found = predicted()
        let pairs = align(wanted, found)
        var misses: [GoldMiss] = []
        for (field, isRight) in compareFacts(gold["report"], report["report"]) where !isRight {
            misses.append(GoldMiss(name, nil, field, detail: "want \(gold["report"]), got \(report["report"])"))
        }
        for index in wanted.indices where !pairs.contains(where: { $0.0 == index }) {
            misses.append(GoldMiss(name, index, "record", detail: "not found: \(wanted[index]["title"])"))
        }
        for index in found.indices where !pairs.contains(where: { $0.1 == index }) {
            misses.append(GoldMiss(name, nil, "record", detail: "invented: \(found[index]["title"])"))
        }
        for (index, other) in pairs {
            let (want, have) = (wanted[index], found[other])
            for (field, isRight) in compare(want, have) where !isRight {
                let key = ["steps": "step_count", "budget": "budget_baht"][field] ?? field
                misses.append(GoldMiss(name, index, field, detail: "want \(want[key]), got \(have[field])"))
            }
        }
        return misses
    }

    /// The rows of plans are no measures of the report, unless it has nothing else.
    private func predicted() -> [JSONValue] {
        let all = report["measures"].elements
        let measures = all.filter { $0["kind"].text != "project" }
        return measures.isEmpty ? all : measures
    }

    /// The best pairing of two lists that keeps their order, by title and code.
    private func align(_ gold: [JSONValue], _ found: [JSONValue]) -> [(Int, Int)] {
        let likeness = gold.map { want in found.map { similarity(want, $0) } }
        var best = Array(repeating: Array(repeating: 0.0, count: found.count + 1), count: gold.count + 1)
        for i in gold.indices.reversed() {
            for j in found.indices.reversed() {
                let take = likeness[i][j] > 0 ? likeness[i][j] + best[i + 1][j + 1] : 0
                best[i][j] = max(best[i + 1][j], best[i][j + 1], take)
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < gold.count, j < found.count {
            if likeness[i][j] > 0, abs(best[i][j] - (likeness[i][j] + best[i + 1][j + 1])) < 1e-9 {
                pairs.append((i, j))
                i += 1
                j += 1
            } else if best[i][j] == best[i + 1][j] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    private func similarity(_ want: JSONValue, _ have: JSONValue) -> Double {
        var likeness = wants(want, "title").map { TextLikeness.of($0, have["title"], atLeast: 0.6) }.max() ?? 0
        if want["code"].isTruthy, want["code"] == have["code"] { likeness = max(likeness, 0.75) }
        return likeness >= 0.6 ? likeness : 0
    }

    /// The value by hand for a key, and the other values that it accepts.
    private func wants(_ want: JSONValue, _ key: String) -> [JSONValue] {
        [want[key]] + want["\(key)_any_of"].elements
    }

    private func isSame(_ want: JSONValue, _ have: JSONValue, slack: Double = 0.985) -> Bool {
        TextLikeness.of(want, have) >= slack
    }

    /// Whether each field that the record by hand speaks of is right.
    private func compare(_ want: JSONValue, _ have: JSONValue) -> [(String, Bool)] {
        var out: [(String, Bool)] = []
        if want.has("code") {
            let code = have["code"].isTruthy ? have["code"] : .null
            out.append(("code", wants(want, "code").contains { ($0.isTruthy ? $0 : .null) == code }))
        }
        if want.has("number") {
            out.append(("number", number(want["number"]) == number(have["number"])))
        }
        if want["section"].isTruthy {
            let path = have["section"].elements
            let all = path + [.string(path.compactMap(\.text).joined(separator: " "))]
            let isRight = wants(want, "section").filter(\.isTruthy).contains { heading in
                all.contains { TextLikeness.of(heading, $0) >= 0.9 }
            }
            out.append(("section", isRight))
        }
        out.append(("title", wants(want, "title").contains { isSame($0, have["title"]) }))
        if want.has("responsible") { out.append(("responsible", isSameUnits(want, have))) }
        if want.has("timeframe") {
            out.append(("timeframe", wants(want, "timeframe").contains { isSameTimeframe($0, have["timeframe"]) }))
        }
        if want.has("status") {
            let state = have["status"]["state"]
            out.append(("status", wants(want, "status").contains(state == .string("unknown") ? .null : state)))
        }
        if let count = want["step_count"].number {
            out.append(("steps", count == Decimal(have["steps"].elements.count)))
        }
        out += compareResults(want, have)
        if want.has("budget_baht") {
            switch (want["budget_baht"].number, have["budget"]["approved"].number) {
            case (nil, nil): out.append(("budget", true))
            case (let wanted?, let got?): out.append(("budget", abs(wanted - got) < 0.005))
            default: out.append(("budget", false))
            }
        }
        return out
    }

    private func compareResults(_ want: JSONValue, _ have: JSONValue) -> [(String, Bool)] {
        if want["result_or_outcome"].isTruthy {
            let text = want["result"].isTruthy ? want["result"] : want["outcome"]
            return [("result", ["result", "outcome"].contains { isSame(text, have[$0], slack: 0.97) })]
        }
        return ["result", "outcome"].filter(want.has).map { key in
            guard want[key].isTruthy else { return (key, TextLikeness.squash(have[key]).isEmpty) }
            return (key, isSame(want[key], have[key], slack: 0.97))
        }
    }

    private func number(_ value: JSONValue) -> String {
        var text = TextLikeness.squash(value)
        while text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// Units are the same in any order.
    private func isSameUnits(_ want: JSONValue, _ have: JSONValue) -> Bool {
        func bag(_ units: JSONValue) -> [String] { units.elements.map { TextLikeness.squash($0) }.sorted() }
        let units = bag(have["responsible"])
        return (wants(want, "responsible") + [want["responsible_units"]])
            .filter { $0 != .null || units.isEmpty }
            .contains { bag($0) == units }
    }

    /// Equal days; a month named as a deadline may be given with or without its first day.
    private func isSameTimeframe(_ want: JSONValue, _ have: JSONValue) -> Bool {
        if want["start"] == have["start"], want["end"] == have["end"] { return true }
        guard want["start"] == .null, let start = have["start"].text, let end = want["end"].text else { return false }
        return want["end"] == have["end"] && end.prefix(7) == start.prefix(7)
    }

    private func compareFacts(_ want: JSONValue, _ have: JSONValue) -> [(String, Bool)] {
        var out: [(String, Bool)] = []
        let agency = have["agency"]
        if want["title"].isTruthy {
            out.append(("title", wants(want, "title").contains { TextLikeness.of($0, have["title"]) >= 0.9 }))
        }
        if want.has("agency") {
            let name = TextLikeness.squash(agency["name"])
            out.append(("agency", wants(want, "agency").contains { TextLikeness.squash($0) == name }))
        }
        for key in ["district", "province"] where want.has(key) {
            if want["place_optional"].isTruthy, !agency[key].isTruthy { continue }
            out.append((key, TextLikeness.squash(want[key]) == TextLikeness.squash(agency[key])))
        }
        if want.has("fiscal_year_be") {
            out.append(("fiscal_year", want["fiscal_year_be"] == have["fiscal_year"]["be"]))
        }
        if want["period"].isTruthy {
            let period = have["period"]
            let isRight = wants(want, "period").contains {
                $0["start"] == period["start"] && $0["end"] == period["end"]
            }
            out.append(("period", isRight))
        }
        return out
    }
}

/// How alike two texts are when spaces, bullets, the script of digits and letter case do not count.
enum TextLikeness {
    /// Twice the characters in common runs over all characters, 0 to 1; 0 also where it is surely under `limit`.
    static func of(_ first: JSONValue, _ second: JSONValue, atLeast limit: Double = 0) -> Double {
        let a = Array(squash(first).unicodeScalars.map(\.value))
        let b = Array(squash(second).unicodeScalars.map(\.value))
        if a == b { return 1 }
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        let total = Double(a.count + b.count)
        guard 2 * Double(shared(a, b)) / total >= limit else { return 0 }
        return 2 * Double(matches(a[...], b[...])) / total
    }

    /// A text as it is compared; a list is read as its items in a row.
    static func squash(_ value: JSONValue) -> String {
        let text: String
        switch value {
        case .null, .bool, .object: return ""
        case .number(let number): text = number.description
        case .string(let string): text = string
        case .array(let items): text = items.compactMap(\.text).joined(separator: " ")
        }
        var scalars: [Unicode.Scalar] = []
        for scalar in unescape(withoutTags(text)).precomposedStringWithCanonicalMapping.unicodeScalars {
            guard let plain = plain(scalar) else { continue }
            scalars.append(plain)
        }
        // By scalars: as characters, ํ belongs to the letter before it and า to none.
        var folded: [Unicode.Scalar] = []
        for scalar in scalars.drop(while: { bullets.contains($0) }) {
            switch (folded.last, scalar) {
            case ("\u{0E4D}", "\u{0E32}"): folded[folded.count - 1] = "\u{0E33}"
            case ("\u{0E40}", "\u{0E40}"): folded[folded.count - 1] = "\u{0E41}"
            default: folded.append(scalar)
            }
        }
        return String(String.UnicodeScalarView(folded)).lowercased()
    }

    private static let bullets: Set<Unicode.Scalar> = ["-", "•", "–", "—", "*", "·", "●", "▪", "➢"]

    /// A character as it is compared; null for one that does not count.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\u{0E50}"..."\u{0E59}": Unicode.Scalar(scalar.value - 0x0E50 + 0x30)
        case "“", "”": "\""
        case "–", "—": "-"
        case "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}", "\u{AD}": nil
        default: scalar.properties.isWhitespace ? nil : scalar
        }
    }

    private static func withoutTags(_ text: String) -> String {
        guard text.contains("<") else { return text }
        return text.replacing(#/<[^>]+>/#, with: " ")
    }

    private static func unescape(_ text: String) -> String {
        guard text.contains("&") else { return text }
        let names = [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"), ("&amp;", "&"),
        ]
        return names.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// The most characters that could match, their order left aside.
    private static func shared(_ a: [UInt32], _ b: [UInt32]) -> Int {
        var counts: [UInt32: Int] = [:]
        for scalar in b { counts[scalar, default: 0] += 1 }
        var count = 0
        for scalar in a {
            guard let left = counts[scalar], left > 0 else { continue }
            counts[scalar] = left - 1
            count += 1
        }
        return count
    }

    /// The characters in the longest common run and, on both sides of it, in the longest runs there (Ratcliff and
    /// Obershelp).
    private static func matches(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Int {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var positions: [UInt32: [Int]] = [:]
        for (index, scalar) in b.enumerated() { positions[scalar, default: []].append(index) }
        var best = (length: 0, a: 0, b: 0)
        var previous: [Int: Int] = [:]
        for (i, scalar) in a.enumerated() {
            var current: [Int: Int] = [:]
            for j in positions[scalar] ?? [] {
                let length = (previous[j - 1] ?? 0) + 1
                current[j] = length
                if length > best.length { best = (length, i - length + 1, j - length + 1) }
            }
            previous = current
        }
        guard best.length > 0 else { return 0 }
        let before = matches(a.prefix(best.a), b.prefix(best.b))
        let after = matches(a.dropFirst(best.a + best.length), b.dropFirst(best.b + best.length))
        return best.length + before + after
    }
}
