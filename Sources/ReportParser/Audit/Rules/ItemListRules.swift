internal import ThaiText

/// The records of a report that are items of the disclosure list, as far as they follow each other in its order.
struct ItemList {
    /// Index of each record among the measures, with its number: o11 is 11.
    let items: [(measure: Int, number: Int)]

    /// The coded records of a report.
    init(_ report: Report) {
        items = report.measures.indices.compactMap { index in
            guard let code = report.measures[index].code, code.kind == .o else { return nil }
            return (index, code.number)
        }
    }

    /// Whether the report goes through the list: at least ten items, nearly all in their order, nearly none left out.
    ///
    /// A report that takes measures on some items picks them (`o11 o12 o20 o24`) and leaves none out.
    var isWhole: Bool {
        guard items.count >= 10, let first = items.map(\.number).min(), let last = items.map(\.number).max() else {
            return false
        }
        let follow = zip(items, items.dropFirst()).count { $1.number == $0.number + 1 }
        return Set(items.map(\.number)).count * 10 >= (last - first + 1) * 9 && follow * 5 >= (items.count - 1) * 4
    }
}

/// One code on two items of the list.
///
/// Example: `o14 … o15 o15 … o17`, the two under different titles: one of them is o16. Only in a report that goes through the
/// list: two measures for one item are none of its slips.
struct DuplicateCodeRule: AuditRule {
    var description: RuleDescription {
        RuleDescription("duplicate-code", thai: "รหัสรายการซ้ำกัน", english: "one code on two items of the list")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        let list = ItemList(report)
        guard list.isWhole else { return [] }
        var seen: [Int: Int] = [:]
        var findings: [Finding] = []
        for item in list.items {
            guard let first = seen.updateValue(item.measure, forKey: item.number),
                let title = report.measures[item.measure].title, let other = report.measures[first].title,
                PlainText.key(of: report.pieces[title.pieces.range], in: report.text)
                    != PlainText.key(of: report.pieces[other.pieces.range], in: report.text)
            else { continue }
            findings.append(
                finding(
                    thai: "o\(item.number) ซ้ำกัน: \"\(report.string(other))\" และ \"\(report.string(title))\"",
                    english:
                        "o\(item.number) stands for \"\(report.string(other))\" and for \"\(report.string(title))\"",
                    measure: item.measure, field: .code, span: report.span(of: title)))
        }
        return findings
    }
}

/// An item of the disclosure list that a report leaves out which goes through the list.
///
/// Example: `… o28 o30 …`, no o29. The end of the list changes with the year: what is missing there is missing only if the
/// lists of the report's year and of the year before both have it. Several items in a row make one finding.
struct MissingItemRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "missing-item", thai: "ไม่มีรายการตามรหัส",
            english: "an item of the disclosure list that the report leaves out")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        let list = ItemList(report)
        guard list.isWhole else { return [] }
        let present = Set(list.items.map(\.number))
        guard let first = present.min(), let last = present.max() else { return [] }
        var findings: [Finding] = []
        var missing: [Int] = []
        /// Tells of the items that miss in front of `number`.
        func close(before number: Int) {
            defer { missing.removeAll() }
            guard let from = missing.first, let to = missing.last,
                let next = list.items.first(where: { $0.number == number }) ?? list.items.last
            else { return }
            let measure = report.measures[next.measure]
            let items = from == to ? "o\(from)" : "o\(from)-o\(to)"
            let title = from == to ? Self.title(of: from, in: report) : nil
            findings.append(
                finding(
                    thai: "ไม่มีรายการ \(items)" + (title.map { " (\($0))" } ?? ""),
                    english: "\(items) is missing from the list" + (title.map { " (\($0))" } ?? ""),
                    measure: next.measure, field: .code,
                    span: measure.title.map { report.span(of: $0) } ?? measure.span))
        }
        for number in first...max(first, last) {
            if present.contains(number) { close(before: number) } else { missing.append(number) }
        }
        if first == 1, let end = Self.end(of: report), end > last, end - last <= 3 {
            missing = Array(last + 1...end)
            close(before: end + 1)
        }
        return findings
    }

    /// The number of the last item that is in the lists of the report's year and of the year before.
    private static func end(of report: Report) -> Int? {
        guard let year = report.fiscalYear else { return nil }
        let ends = [year, year - 1].compactMap { DisclosureItems.ofYear[$0]?.map(\.number).max() }
        return ends.count == 2 ? ends.min() : nil
    }

    /// The title that an item has in the list whose titles the report uses; null where the lists agree on none.
    private static func title(of number: Int, in report: Report) -> String? {
        guard let year = report.fiscalYear else { return nil }
        let titles = Set(
            [year, year - 1].compactMap { DisclosureItems.ofYear[$0]?.first { $0.number == number }?.title }.map {
                ByteKey($0)
            })
        guard titles.count == 1, let title = titles.first else { return nil }
        return String(decoding: title.bytes, as: UTF8.self)
    }
}
