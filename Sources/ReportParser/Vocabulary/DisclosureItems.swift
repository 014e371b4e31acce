/// The items that public bodies disclose for the assessment (OIT).
enum DisclosureItems {
    /// The items of each year's disclosure list: their numbers and titles.
    static let ofYear: [Int: [(number: Int, title: [UInt8])]] = {
        var items: [Int: [(number: Int, title: [UInt8])]] = [:]
        for fields in DataFile.rows(PackageResources.oit_items_tsv) where fields.count == 3 {
            guard let year = Int(fields[0]), let number = Int(fields[1].dropFirst()) else { continue }
            items[year, default: []].append((number, PlainText.key(fields[2])))
        }
        return items
    }()

    /// The titles of all years.
    static let titles = PhraseTable(
        words: DataFile.rows(PackageResources.oit_items_tsv).compactMap { $0.count == 3 ? String($0[2]) : nil })
}
