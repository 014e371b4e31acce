/// The words by which pages name the parts of them that are no report: navigation, breadcrumbs, cookie notices, feet.
enum Landmarks {
    /// Values of `role`.
    static let roles = words("role")
    /// Parts of `class` and `id`.
    static let classes = words("class")
    /// What the trail from the first page to this one begins with.
    static let trails = words("trail")
    /// What parts the steps of a trail.
    static let separators = words("separator")

    private static let rows: [[Substring]] = {
        let text = String(decoding: PackageResources.landmarks_tsv, as: UTF8.self)
        return text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
    }()

    private static func words(_ place: String) -> Set<String> {
        Set(rows.compactMap { $0.count == 2 && $0[0] == place ? String($0[1]) : nil })
    }

    /// Whether a `class` or `id` holds one of the words: `main-nav`, `site_footer`, `cookieConsent`.
    static func names(_ value: String) -> Bool {
        guard value.utf8.count <= 512 else { return false }
        var part = ""
        var wasLower = false
        for scalar in value.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic
            let isUpper = scalar.properties.isUppercase
            if !isLetter || (isUpper && wasLower) {
                if classes.contains(part) { return true }
                part = ""
            }
            if isLetter { part += scalar.properties.lowercaseMapping }
            wasLower = isLetter && !isUpper
        }
        return classes.contains(part)
    }

    /// Whether a line is a trail: `หน้าแรก » ข่าว » รายงาน`.
    static func isTrail(_ line: String) -> Bool {
        guard line.utf8.count <= 1024 else { return false }
        let lowered = line.lowercased()
        guard let head = trails.first(where: lowered.hasPrefix) else { return false }
        let rest = lowered.dropFirst(head.count).drop { $0 == " " || $0 == ":" }
        return separators.contains(where: rest.hasPrefix)
    }
}
