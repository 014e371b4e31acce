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

    /// The titles of each year's list, for finding the item that a title is closest to.
    static let itemTitles = DisclosureItems.ofYear.mapValues { TitleLikeness($0) }
}
