/// The unit of money that the heading of a column gives to its figures: `วงเงิน (ล้านบาท)`.
enum MoneyUnit {
    private static let units = PhraseTable([("ล้านบาท", 6), ("แสนบาท", 5), ("หมื่นบาท", 4), ("พันบาท", 3)])

    /// The power of ten by which a plain figure below the heading is to be raised for baht, given in comparable form.
    static func powerOfTen(ofHeading key: [UInt8]) -> Int {
        for index in key.indices {
            if let (_, power) = units.longestPhrase(in: key, at: index) { return power }
        }
        return 0
    }
}
