internal import ThaiText

/// The places and items that rules look up, compiled into the program and read when first needed.
enum AuditData {
    /// The provinces of each district.
    static let provinces: [ByteKey: [[UInt8]]] = {
        var provinces: [ByteKey: [[UInt8]]] = [:]
        for fields in DataFile.rows(PackageResources.districts_tsv) where fields.count == 2 {
            provinces[ByteKey(PlainText.key(fields[0])), default: []].append(PlainText.key(fields[1]))
        }
        return provinces
    }()

    /// The items of each year's disclosure list: their numbers and titles.
    static let items: [Int: [(number: Int, title: [UInt8])]] = {
        var items: [Int: [(number: Int, title: [UInt8])]] = [:]
        for fields in DataFile.rows(PackageResources.oit_items_tsv) where fields.count == 3 {
            guard let year = Int(fields[0]), let number = Int(fields[1].dropFirst()) else { continue }
            items[year, default: []].append((number, PlainText.key(fields[2])))
        }
        return items
    }()

    /// The titles of each year's list, for finding the item that a title is closest to.
    static let itemTitles = items.mapValues { TitleLikeness($0) }
}
