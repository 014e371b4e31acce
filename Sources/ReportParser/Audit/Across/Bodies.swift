/// Which reports are of one body: those with its name, its kind and its province.
///
/// Names of bodies repeat from province to province. A report that names no province is of the body of that name where
/// the others name a single one.
struct Bodies {
    private struct Key: Hashable {
        var name: [UInt8]
        var kind: String?
    }

    /// The reports of each body, by their indices; the bodies in the order of their first reports.
    let groups: [[Int]]
    /// For each report the index of its body's group; null for one that names no body.
    let group: [Int?]

    init(_ reports: [ReportDigest]) {
        var order: [Key] = []
        var named: [Key: [Int]] = [:]
        for (index, report) in reports.enumerated() where !report.bodyKey.isEmpty {
            let key = Key(name: report.bodyKey, kind: report.kind)
            if named[key, default: []].isEmpty { order.append(key) }
            named[key, default: []].append(index)
        }
        var groups: [[Int]] = []
        for key in order {
            let indices = named[key] ?? []
            var provinces: [[UInt8]] = []
            var seen: [[UInt8]: Int] = [:]
            for index in indices where seen[reports[index].provinceKey] == nil {
                seen[reports[index].provinceKey] = provinces.count
                provinces.append(reports[index].provinceKey)
            }
            guard provinces.count(where: { !$0.isEmpty }) > 1 else {
                groups.append(indices)
                continue
            }
            var parted = [[Int]](repeating: [], count: provinces.count)
            for index in indices { parted[seen[reports[index].provinceKey] ?? 0].append(index) }
            groups += parted
        }
        var group = [Int?](repeating: nil, count: reports.count)
        for (number, indices) in groups.enumerated() {
            for index in indices { group[index] = number }
        }
        (self.groups, self.group) = (groups, group)
    }
}
