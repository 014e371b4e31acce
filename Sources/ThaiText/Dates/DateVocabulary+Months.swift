/// The spellings of a month.
struct MonthSpelling: Sendable {
    /// The whole name, as the Royal Society spells it.
    let name: String
    /// The consonants of the abbreviation, each with its marks: มี and ค.
    let letters: (String, String)
    /// The name without its ending, and other words that may be cut short.
    let short: [String]
    /// Frequent wrong spellings, what OCR makes of abbreviations, and ones too far from the name to be guessed.
    let others: [String]
    /// The English name; its first three letters are the abbreviation.
    let english: String
}

extension DateVocabulary {
    /// The months in order.
    static let months: [MonthSpelling] = [
        MonthSpelling(name: "มกราคม", letters: ("ม", "ค"), short: ["มกรา"], others: ["มกรคม"], english: "january"),
        MonthSpelling(
            name: "กุมภาพันธ์", letters: ("ก", "พ"), short: ["กุมภา", "กุมภาฯ"],
            others: ["กุมภาพันธุ์", "กุมภาพันธ", "กุมภาพัน", "กุมภาพันธ์ุ", "กุพ."], english: "february"),
        MonthSpelling(name: "มีนาคม", letters: ("มี", "ค"), short: ["มีนา"], others: ["มีนาคน"], english: "march"),
        MonthSpelling(
            name: "เมษายน", letters: ("เม", "ย"), short: ["เมษา", "เมษ."], others: ["แมษายน", "เมษษยน"],
            english: "april"),
        MonthSpelling(
            name: "พฤษภาคม", letters: ("พ", "ค"), short: ["พฤษภา", "พฤษภ."], others: ["พฤศภาคม", "พฤกษภาคม", "พุค."],
            english: "may"),
        MonthSpelling(
            name: "มิถุนายน", letters: ("มิ", "ย"), short: ["มิถุนา"], others: ["มิถุนายาน", "มิุนายน"], english: "june"),
        MonthSpelling(
            name: "กรกฎาคม", letters: ("ก", "ค"), short: ["กรกฎา", "กรกฏา"],
            others: ["กรกฏาคม", "กรกฎคม", "กรกฏคม", "กุค."],
            english: "july"),
        MonthSpelling(name: "สิงหาคม", letters: ("ส", "ค"), short: ["สิงหา"], others: ["สิงหคม"], english: "august"),
        MonthSpelling(
            name: "กันยายน", letters: ("ก", "ย"), short: ["กันยา"], others: ["กันยน", "กุย."], english: "september"),
        MonthSpelling(name: "ตุลาคม", letters: ("ต", "ค"), short: ["ตุลา"], others: ["ตุลคม", "ตุค."], english: "october"),
        MonthSpelling(
            name: "พฤศจิกายน", letters: ("พ", "ย"), short: ["พฤศจิกา", "พฤศจิ", "พฤศจิกาฯ"],
            others: ["พฤษจิกายน", "พฤศจิกายาน", "พฤจิกายน", "พฤศจกายน", "พุย."], english: "november"),
        MonthSpelling(name: "ธันวาคม", letters: ("ธ", "ค"), short: ["ธันวา"], others: ["ธันวคม"], english: "december"),
    ]
}
