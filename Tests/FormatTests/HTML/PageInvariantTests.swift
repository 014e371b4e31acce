import Invariants
import ReportFormats
import ReportParser
import Testing

/// Pages of any make: nothing is lost, nothing is told twice, and what holds of every report holds.
@Suite("Pages of any make")
struct PageInvariantTests {
    @Test("each text of a page stands in the extracted text, once", arguments: 0..<400)
    func nothingLost(index: Int) throws {
        var generator = PageGenerator(seed: SeededGenerator.seed(of: index, in: 0x4854_4D4C))
        let markup = generator.page()
        let page = try Page(markup)
        let text = String(decoding: page.report.sourceText, as: UTF8.self)
        #expect(generator.words.filter { text.ranges(of: $0).count != 1 } == [], "case \(index): \(markup)")
        #expect(generator.codeWords.filter { text.contains($0) } == [], "case \(index)")
        #expect(page.report.brokenInvariant == nil, "case \(index)")
    }

    @Test("pages with bytes cut, put in and taken out are read or refused with a sentence", arguments: 0..<200)
    func damaged(index: Int) throws {
        var generator = PageGenerator(seed: SeededGenerator.seed(of: index, in: 0x4441_4D47))
        var bytes = Array(generator.page().utf8)
        for _ in 0..<1 + generator.random.below(12) {
            let place = generator.random.below(bytes.count)
            switch generator.random.below(4) {
            case 0: bytes[place] = UInt8(generator.random.below(256))
            case 1: bytes.remove(at: place)
            case 2:
                bytes.insert(
                    contentsOf: Array("<>&\"'-!/".utf8).shuffled(using: &generator.random).prefix(3), at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + generator.random.below(40)))
            }
            if bytes.isEmpty { bytes = [0x3C] }
        }
        do throws(FormatProblem) {
            let document = try FormatReader.read(bytes, as: .html)
            let source = ReportSource(name: "page", sha256: String(repeating: "0", count: 64), bytes: bytes.count)
            #expect(ReportParser.parse(document, source: source).brokenInvariant == nil, "case \(index)")
        } catch {
            #expect(!error.message.isEmpty)
        }
    }
}

/// Makes pages whose texts are words that stand nowhere else.
private struct PageGenerator {
    var random: SeededGenerator
    /// The words of all texts.
    private(set) var words: [String] = []
    /// The words of scripts, styles and comments.
    private(set) var codeWords: [String] = []

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func page() -> String {
        var parts = ["<!DOCTYPE html><html><head>"]
        if random.once(in: 2) { parts.append("<title>\(word())</title>") }
        parts.append("<style>.a > .b { content: '\(codeWord())' }</style></head><body>")
        for _ in 0..<2 + random.below(6) { parts.append(block(depth: 0)) }
        if !random.once(in: 4) { parts.append("</body></html>") }
        return parts.joined(separator: random.pick(["", "\n", " "]))
    }

    /// A word of letters that repair leaves alone, with an end that no other word begins with.
    private mutating func word() -> String {
        words.append("ก\(words.count)ข")
        return words[words.count - 1]
    }

    private mutating func codeWord() -> String {
        codeWords.append("ค\(codeWords.count)ฆ")
        return codeWords[codeWords.count - 1]
    }

    private mutating func text() -> String {
        var parts: [String] = []
        for _ in 0..<1 + random.below(3) {
            switch random.below(12) {
            case 0: parts.append("<b>\(word())</b>")
            case 1: parts.append("<span hidden>\(word())</span>")
            case 2: parts.append("<a href='#'>\(word())</a>")
            case 3: parts.append("\(word())<br>")
            case 4: parts.append("<!-- <td>\(codeWord()) -->")
            case 5: parts.append("<script>x = '<td>\(codeWord())</td>'</script>")
            case 6: parts.append("<select><option>\(word())<option selected>\(word())</select>")
            case 7: parts.append("<input value='\(word())'><button>\(word())</button>")
            case 8: parts.append("<font>\(word())")
            case 9: parts.append("\(word()) < \(word()) & ")
            default: parts.append(word())
            }
        }
        return parts.joined(separator: random.pick([" ", "", "\n"]))
    }

    private mutating func block(depth: Int) -> String {
        guard depth < 5 else { return text() }
        switch random.below(15) {
        case 0: return "<h\(1 + random.below(6))>\(text())</h2>"
        case 1: return "<nav>\(block(depth: depth + 1))</nav>"
        case 2: return "<div class='\(random.pick(["menu", "footer", "body", "x"]))'>\(block(depth: depth + 1))</div>"
        case 3, 4, 5: return table(depth: depth + 1)
        case 6: return "<ol>" + (0..<3).map { _ in "<li>\(block(depth: depth + 1))" }.joined() + "</ol>"
        case 7: return "<ul><li>\(text())</li><li><ul><li>\(text())</ul></ul>"
        case 8: return "<dl><dt>\(text())<dd>\(text())<dd>\(block(depth: depth + 1))</dl>"
        case 9: return "<pre>\(text())\n  \(text())</pre>"
        case 10: return "<div style='display:none'>\(block(depth: depth + 1))</div>"
        case 11: return "<form>\(block(depth: depth + 1))<noscript>\(text())</noscript></form>"
        case 12: return "<details><summary>\(text())</summary>\(block(depth: depth + 1))</details>"
        default: return "<p>\(text())"
        }
    }

    private mutating func table(depth: Int) -> String {
        var parts = [random.pick(["<table>", "<table border=1>", "<table role=presentation>"])]
        if random.once(in: 4) { parts.append("<caption>\(text())</caption>") }
        if random.once(in: 8) { parts.append(text()) }
        let columns = 1 + random.below(4)
        for row in 0..<1 + random.below(4) {
            if random.once(in: 6) { parts.append(random.pick(["<thead>", "<tbody>", "<tfoot>"])) }
            parts.append(random.once(in: 8) ? "<tr hidden>" : "<tr>")
            for _ in 0..<columns {
                let spans = random.once(in: 6) ? " rowspan=\(random.below(4)) colspan=\(random.below(3))" : ""
                let cell = row == 0 && random.once(in: 2) ? "th" : "td"
                parts.append("<\(cell)\(spans)>\(random.once(in: 4) ? block(depth: depth + 1) : text())")
                if random.once(in: 2) { parts.append("</\(cell)>") }
            }
            if random.once(in: 9) { parts.append(word()) }
        }
        if !random.once(in: 10) { parts.append("</table>") }
        return parts.joined()
    }
}
