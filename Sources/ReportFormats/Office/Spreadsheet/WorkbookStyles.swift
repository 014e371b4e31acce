/// How the cells of an XLSX workbook show their numbers.
struct WorkbookStyles: Sendable {
    private var formats: [Int: NumberFormat] = [:]
    /// For each style the number of its format.
    private var styles: [Int] = []

    /// A style is a combination of fonts, borders and formats; programs write some thousands at most.
    private static let mostStyles = 100_000

    init() {}

    /// Reads `styles.xml`.
    init(_ reader: XMLPullReader) throws(FormatProblem) {
        guard try reader.root() else { return }
        var codes = BuiltInFormats.codes
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "numFmts":
                let list = reader.children
                while try reader.next(in: list) {
                    guard let id = reader.integer("numFmtId"), let code = reader.attribute("formatCode") else {
                        continue
                    }
                    codes[id] = code
                }
            case "cellXfs":
                let list = reader.children
                while try reader.next(in: list) {
                    guard styles.count < Self.mostStyles else { break }
                    styles.append(reader.integer("numFmtId") ?? 0)
                }
            default: break
            }
        }
        for id in Set(styles) { formats[id] = codes[id].map { NumberFormat($0) } }
    }

    /// The format of a style's numbers; `nil` where they are shown as they are.
    func format(of style: Int) -> NumberFormat? {
        styles.indices.contains(style) ? formats[styles[style]] : nil
    }
}
