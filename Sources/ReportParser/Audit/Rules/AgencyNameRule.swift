internal import ThaiText

/// Another spelling of the body's name, or the name of the body that the report was copied from.
///
/// Example: `โรงเรียนบ้านตะเคียนคู่พิทยา` in the signature of `โรงเรียนบ้านตะเคียนคู่วิทยา`. A name that has little in
/// common with the body's is that of another body, which a report may well speak of.
struct AgencyNameRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "agency-name-inconsistent", thai: "ชื่อหน่วยงานไม่ตรงกัน", english: "the name of the body in another spelling")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        guard let agency = report.agency else { return [] }
        let whole = report.key(of: agency.name)
        guard let (length, _) = Vocabulary.standard.agencyKinds.longestPhrase(in: whole), length >= 9 else { return [] }
        let kind = Array(whole[..<length])
        let name = Array(EditDistance.letters(Array(whole[length...])).prefix(40))
        guard name.count >= 4 else { return [] }
        var seen: Set<[UInt32]> = []
        // What was looked at once need not be measured against the name again.
        var examined: Set<[UInt32]> = []
        var findings: [Finding] = []
        PhraseSearch(kind).forEachOffset(in: report.text) { position in
            let start = position + kind.count
            let letters = Self.letters(from: start, atMost: name.count + 2, in: report.text)
            let window = letters.map(\.letter)
            // Alone on its line it is the name of the one who reports.
            let isAlone = Self.isAlone(position..<(letters.last?.end ?? start), in: report.text)
            if examined.insert(window + [isAlone ? 1 : 0]).inserted,
                let other = Self.variant(of: name, in: window, isAlone: isAlone), seen.insert(other).inserted
            {
                let end = letters[other.count - 1].end
                let written = String(decoding: report.text[position..<end], as: UTF8.self)
                findings.append(
                    finding(
                        thai: "\"\(written)\" ไม่ตรงกับชื่อหน่วยงาน \"\(report.string(agency.name))\"",
                        english: "\"\(written)\" is not the name of the body, \"\(report.string(agency.name))\"",
                        span: SourceSpan(position..<end)))
            }
            return start
        }
        return findings
    }

    /// The letters from `start` on, without blanks, up to the end of the line or what is no letter.
    private static func letters(from start: Int, atMost limit: Int, in text: [UInt8]) -> [(letter: UInt32, end: Int)] {
        var letters: [(letter: UInt32, end: Int)] = []
        var position = start
        while position < text.count, letters.count < limit {
            let next = position + text.characterLength(at: position)
            guard text.thaiLetter(at: position) != ThaiLetter.none else { break }
            letters.append((text[position..<next].reduce(0) { $0 << 8 | UInt32($1) }, next))
            position = next
        }
        return letters
    }

    /// Whether nothing else stands on the line of a text but signs of headings and emphasis.
    private static func isAlone(_ range: Range<Int>, in text: [UInt8]) -> Bool {
        let signs: [UInt8] = [0x20, 0x2A, 0x23]
        var start = range.lowerBound
        while start > 0, signs.contains(text[start - 1]) { start -= 1 }
        var end = range.upperBound
        while end < text.count, signs.contains(text[end]) { end += 1 }
        return (start == 0 || text[start - 1] == 0x0A) && (end == text.count || text[end] == 0x0A || text[end] == 0x0D)
    }

    /// The start of `letters` that is `name` in another spelling; null where it is the name itself or another one.
    private static func variant(of name: [UInt32], in letters: [UInt32], isAlone: Bool) -> [UInt32]? {
        guard !letters.starts(with: name) else { return nil }
        // Half of the name at least must be there, at its start or at its end, and what differs be a part of a word.
        let limit = name.count * 2 / 5
        var best: (distance: Int, length: Int)?
        for length in max(3, name.count - 2)...(name.count + 2) where length <= letters.count {
            let distance = EditDistance.whole(name, Array(letters[..<length]), atMost: limit)
            if distance < best?.distance ?? .max { best = (distance, length) }
        }
        guard let best, best.distance <= limit else { return nil }
        let other = Array(letters[..<best.length])
        let head = zip(name, other).prefix { $0 == $1 }.count
        let tail = zip(name.reversed(), other.reversed()).prefix { $0 == $1 }.count
        return (head + tail) * 2 >= name.count && tail >= (isAlone ? 1 : 2) ? other : nil
    }
}
