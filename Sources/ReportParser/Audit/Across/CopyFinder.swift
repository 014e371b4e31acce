/// Finds reports whose texts are those of another body's report.
///
/// Example: two municipalities with the same five measures and the same five results, but for their own names. Each text
/// is looked up once, so that the time grows with the texts and not with the pairs of reports.
enum CopyFinder {
    /// Bytes of a result that two bodies do not word alike by chance: sixty letters and marks.
    private static let longResult = 180

    /// A text of a body.
    private struct Own: Hashable {
        var text: TextFingerprint
        var body: Int
    }

    /// The copies among reports, in the order of the inputs: each beside the first report that has the texts.
    ///
    /// What a body has in several of its reports is told of the first.
    static func findings(in reports: [ReportDigest]) -> [AcrossFinding] {
        let bodies = Bodies(reports)
        var wholes: [TextFingerprint: Int] = [:]
        var results: [TextFingerprint: (report: Int, line: Int)] = [:]
        var own: Set<Own> = []
        var findings: [AcrossFinding] = []
        for (index, report) in reports.enumerated() {
            guard let body = bodies.group[index] else { continue }
            let isNew = { (text: TextFingerprint) in !own.contains(Own(text: text, body: body)) }
            if let content = report.content, let first = wholes[content], bodies.group[first] != body {
                if isNew(content) { findings.append(whole(of: index, like: first, reports)) }
            } else {
                findings += parts(of: index, results, reports) { text, other in
                    bodies.group[other] != body && isNew(text)
                }
            }
            own.formUnion(report.texts.map { Own(text: $0, body: body) })
            if let content = report.content, wholes[content] == nil { wholes[content] = index }
            for record in report.records {
                guard let result = record.placelessResult, result.length >= longResult, results[result] == nil else {
                    continue
                }
                results[result] = (index, record.line)
            }
        }
        return findings
    }

    private static func whole(of index: Int, like first: Int, _ reports: [ReportDigest]) -> AcrossFinding {
        let other = reports[first]
        let count = reports[index].records.count
        return AcrossFinding(
            .copiedReport,
            thai: "ชื่อและผลของมาตรการทั้ง \(count) ข้อเหมือนรายงานของ\(other.body ?? "?")ทุกคำ",
            english: "the names and results of all \(count) measures are word for word those of \(other.body ?? "?")",
            report: index, place: AcrossFinding.Place(path: reports[index].path, line: nil),
            other: AcrossFinding.Place(path: other.path, line: nil))
    }

    /// The long results that stand in reports of other bodies, a finding for each of these.
    private static func parts(
        of index: Int, _ results: [TextFingerprint: (report: Int, line: Int)], _ reports: [ReportDigest],
        _ isCopy: (TextFingerprint, Int) -> Bool
    ) -> [AcrossFinding] {
        struct Share {
            var count = 0
            var line: Int
            var otherLine: Int
        }
        var (order, shares, long): ([Int], [Int: Share], Int) = ([], [:], 0)
        for record in reports[index].records {
            guard let result = record.placelessResult, result.length >= longResult else { continue }
            long += 1
            guard let found = results[result], isCopy(result, found.report) else { continue }
            if shares[found.report] == nil { order.append(found.report) }
            shares[found.report, default: Share(line: record.line, otherLine: found.line)].count += 1
        }
        return order.compactMap { first in
            guard let share = shares[first] else { return nil }
            let name = reports[first].body ?? "?"
            let verb = share.count == 1 ? "is" : "are"
            return AcrossFinding(
                .copiedReport, thai: "ผลที่ยาว \(share.count) จาก \(long) ข้อเหมือนรายงานของ\(name)ทุกคำ",
                english: "\(share.count) of \(long) long results \(verb) word for word in the report of \(name)",
                report: index, place: AcrossFinding.Place(path: reports[index].path, line: share.line),
                other: AcrossFinding.Place(path: reports[first].path, line: share.otherLine))
        }
    }
}
