internal import ThaiText

/// The number of a sub-indicator that lacks its second figure.
///
/// Example: `ตัวชี้วัดย่อยที่ ๑๐.มาตรการ…`, which should be ๑๐.๑ or ๑๐.๒. A number without a point is one of another count.
struct MalformedNumberRule: AuditRule {
    var description: RuleDescription {
        RuleDescription("malformed-number", thai: "เลขลำดับไม่ครบ", english: "a number that lacks a part")
    }

    private static let word = Array("ตัวชี้วัดย่อยที่".utf8)

    private static let search = PhraseSearch(word)

    func findings(in subject: AuditSubject) -> [Finding] {
        let text = subject.report.text
        var findings: [Finding] = []
        Self.search.forEachOffset(in: text) { start in
            var position = start + Self.word.count
            while position < text.count, text[position] == 0x20 { position += 1 }
            let digits = position
            while text.digit(at: position).value >= 0 { position += text.digit(at: position).length }
            guard position > digits, position < text.count, text[position] == 0x2E else { return position }
            let point = position
            var next = point + 1
            while next < text.count, text[next] == 0x20 { next += 1 }
            guard text.digit(at: next).value < 0 else { return next }
            let written = String(decoding: text[digits...point], as: UTF8.self)
            findings.append(
                finding(
                    thai: "ตัวชี้วัดย่อยที่ \(written) ไม่มีเลขหลังจุด",
                    english: "the sub-indicator \(written) has no figure after its point",
                    span: SourceSpan(start..<point + 1)))
            return next
        }
        return findings
    }
}
