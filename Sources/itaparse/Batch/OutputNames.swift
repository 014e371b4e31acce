/// Names for the reports of a batch: the input's name with another suffix, told apart where two inputs would share one.
struct OutputNames {
    private let names: [String]

    /// - Parameters:
    ///   - inputs: the names of the inputs.
    ///   - suffix: what the names of the reports end in.
    ///   - taken: names that other files of the batch have.
    init(_ inputs: [String], suffix: String, taken: Set<String> = []) {
        var uses: [String: Int] = [:]
        let stems = inputs.map(Self.stem)
        for stem in stems { uses[stem, default: 0] += 1 }
        var taken = taken
        names = zip(inputs, stems).map { input, stem in
            // `a.txt` and `a.csv` in one folder keep their own suffixes.
            let base = uses[stem] == 1 ? stem : input
            var name = base + suffix
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(base)-\(number)\(suffix)"
                number += 1
            }
            return name
        }
    }

    subscript(index: Int) -> String { names[index] }

    private static func stem(_ name: String) -> String {
        if name == "-" { return "stdin" }
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex, name[name.index(before: dot)] != "/",
            !name[dot...].contains("/")
        else { return name }
        return String(name[..<dot])
    }
}
