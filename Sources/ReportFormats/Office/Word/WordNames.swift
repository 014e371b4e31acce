/// The namespaces of DOCX, those of the strict variant among them.
enum WordNames {
    static let word = 1, compatibility = 2, math = 3, drawing = 4, word2010 = 5, vml = 6

    static let uris: [String: Int] = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": word,
        "http://purl.oclc.org/ooxml/wordprocessingml/main": word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006": compatibility,
        "http://schemas.openxmlformats.org/officeDocument/2006/math": math,
        "http://purl.oclc.org/ooxml/officeDocument/math": math,
        "http://schemas.openxmlformats.org/drawingml/2006/main": drawing,
        "http://purl.oclc.org/ooxml/drawingml/main": drawing,
        "http://schemas.microsoft.com/office/word/2010/wordml": word2010,
        "urn:schemas-microsoft-com:vml": vml,
    ]
}

extension XMLPullReader {
    /// Whether the property that the reader stands on is switched on (`<w:b/>`, `<w:b w:val="true"/>`).
    var isOn: Bool {
        switch attribute("val") {
        case "0"?, "false"?, "off"?, "none"?: false
        default: true
        }
    }

    /// A length in twips (1/20 point), as widths of a letter.
    ///
    /// Thai text of 16 points has letters of about 6 points.
    func letterWidths(_ name: StaticString) -> Int? {
        guard let text = attribute(name) else { return nil }
        let points: Double?
        if let twips = Double(text) {
            points = twips / 20
        } else {
            // Strict documents name the unit.
            guard text.utf8.count > 2, let number = Double(text.dropLast(2)) else { return nil }
            points =
                switch text.suffix(2) {
                case "pt": number
                case "in": number * 72
                case "cm": number * 72 / 2.54
                case "mm": number * 72 / 25.4
                default: nil
                }
        }
        guard let points, abs(points) < 10_000 else { return nil }
        return Int(points / 6)
    }
}
