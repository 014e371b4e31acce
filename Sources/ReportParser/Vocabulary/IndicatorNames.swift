/// The ten indicators of the assessment: their numbers, instruments and names.
enum IndicatorNames {
    /// An indicator of the assessment.
    struct Entry: Sendable {
        var number: Int
        var instrument: String
    }

    /// The indicators by their names in comparable form.
    static let all: PhraseTable<Entry> = PhraseTable(
        DataFile.rows(PackageResources.indicators_tsv).compactMap { fields in
            guard fields.count == 3, let number = Int(fields[0]) else { return nil }
            return (String(fields[2]), Entry(number: number, instrument: String(fields[1])))
        })
}
