import Foundation
import Invariants
import ReportParser
import Testing
import ThaiText

/// Promise 1: every character of the source is in exactly one place of the report.
///
/// `ITAPARSE_PROPERTY_CASES` multiplies the generated inputs, `ITAPARSE_PROPERTY_SEED` runs a single one.
@Suite("Coverage")
struct CoverageTests {
    @Test("reports of the repository", arguments: Corpus.own)
    func ownReports(_ file: CorpusFile) throws {
        expectCovered(try parse(file.bytes, name: file.name), file.name)
    }

    @Test("reports of the repository are there")
    func corpusIsThere() { #expect(Corpus.own.count >= 20) }

    @Test("reports of the shared folder")
    func sharedReports() throws {
        if Corpus.shared.isEmpty { print("note: ../shared/corpus/reports is not there; its reports were skipped") }
        for file in Corpus.shared { expectCovered(try parse(file.bytes, name: file.name), file.name) }
    }

    static let small = [
        "", " ", "\n", "\u{C}", "\u{FEFF}", "\u{200B}\u{200B}", "ก", "1", "|", "\t", ",", "\"", "<", "&", "+", "-", "☐",
        "่", "\0", "😀", "<table>",
        "<td>", "a\n", "\na", "a\r\nb", "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปี ๒๕๖๖", "|a|b|c|",
        "a\tb\tc", "a,b,c\n1,2,3\n4,5,6",
        "<table><tr><td>ก</td></tr></table>",
    ]

    @Test("texts of one line or less", arguments: small)
    func smallTexts(_ text: String) throws { expectCovered(try parse(text), literal(Array(text.utf8))) }

    @Test("a page of a novel")
    func novel() throws {
        let report = try parse(Prose.novel)
        expectCovered(report, "novel")
        #expect(report.coverage.characters == report.coverage.text)
    }

    /// Short inputs whose characters were once lost, named twice or cut.
    static let wrongInputs = [
        "ลำดับ\tผลการดำเนินการ\tสถานะ\n\tข\tแล้วเสร็จ", "มาตรการ\tผู้รับผิดชอบ\tสถานะ\n\tกองคลัง\tแล้วเสร็จ\n",
        "มาตรการ\tกำหนดแล้วเสร็จ\tระยะเวลา\nก\tต.ค. ๒๕๖๕\tพ.ย. ๒๕๖๕\n", "มาตรการ\tระยะเวลา\tต.ค.\nก\tตลอดปี\t/\n",
        "มาตรการ\tเริ่ม\tต.ค.\nก\tต.ค. ๒๕๖๕\t/\n", "แล้วเสร็จ\tสถานะ\n\"\t2\t,", "พย\tเริ่ม\nี\t(\tว",
        "อยู่ระหว่างดำเนินการ\nลลัพธ์\nา\nลลัพธ์\n5", "ประโยชน\nสถานะ ดำเนินการ\nสถานะ แล้วเสร็จ",
        "การดำเนิน\nหน่วย ล\nหน่วย ด", "ู้รับผิดชอ:บ\nะยะเวลา:;ู้รับผิดชอ\nเ", "ิจกรรม\tพย\t\n–\t๑",
        "|มาตรการ|ามสำเร็จ\n-||-", "|ไตรมาส|ลำดับ|โครงกา\n|✓|มาตรการที่๒ร", "\u{2060}\u{7}", "\u{2007}\u{8}",
        "ผู้รับผิดชอบ : ก\nระยะเวลา[ ]\nสถานะ : ข\n", "้รับผิดชอบ:ท[ ]ผูับผิดชอบ:\r้ะยะเวลา", "1.b[ ]รยะเวลา:s",
        "<table><tr><th>มาตรการ<th>ผู้รับผิดชอบ<th>ระยะเวลา<tr><td><td rowspan=2>ข<tr><td>ค<td>พ.ย. ๒๕๖๕</table>",
        "<table><td><td rowspan=\"2\">๑<tr>นัก<td>ไตรมาส๒<td><",
    ]

    @Test("inputs that were once read wrong", arguments: wrongInputs)
    func onceWrong(_ text: String) throws { expectCovered(try parse(text), literal(Array(text.utf8))) }

    /// Short inputs that once ended the process.
    static let fatalInputs = [
        "ก\n+-+\n| | ก |\n| ข | |\n", "ผู้รับผิดชอบ : ก\nระยะเวลา :\n+-+-+\n|| ข |\n| ค |\n",
        "<table><tr><td colspan=1000><td colspan=1000><td rowspan=2>ก</table>",
    ]

    @Test("inputs that once ended the process", arguments: fatalInputs)
    func onceFatal(_ text: String) async throws {
        await #expect(processExitsWith: .success) { [text] in _ = try parse(text) }
    }

    @Test("generated inputs", .slow, arguments: RandomInput.allCases)
    func generatedInputs(_ kind: RandomInput) {
        let counts: [RandomInput: Int] = [.damagedReport: 1000, .mixture: 1000, .characters: 500]
        let count = (counts[kind] ?? 0) * (setting("ITAPARSE_PROPERTY_CASES") ?? 1)
        let family: UInt64 = kind == .damagedReport ? 1 : kind == .mixture ? 2 : 3
        var failures: [String: (seed: UInt64, bytes: [UInt8], count: Int)] = [:]
        let seeds =
            setting("ITAPARSE_PROPERTY_SEED").map { [UInt64($0)] }
            ?? (0..<count).map { SeededGenerator.seed(of: $0, in: family) }
        let trail = Trail(kind.rawValue)
        for seed in seeds {
            let bytes = kind.bytes(seed: seed)
            trail.mark(bytes)
            for problem in Self.kinds(of: bytes) {
                // Of each kind of problem, the shortest input is the one to look at.
                let known = failures[problem]
                let isShorter = bytes.count < known?.bytes.count ?? .max
                failures[problem] = (
                    isShorter ? seed : known?.seed ?? seed, isShorter ? bytes : known?.bytes ?? bytes,
                    (known?.count ?? 0) + 1
                )
            }
        }
        for (problem, failure) in failures.sorted(by: { $0.key < $1.key }) {
            var shrinker = Shrinker { candidate in
                trail.mark(candidate)
                return Self.kinds(of: candidate).contains(problem)
            }
            let short = shrinker.shrink(failure.bytes)
            let details =
                (try? parse(short)).map { CoverageCheck.problems(of: $0).map { "\($0.kind): \($0.detail)" } } ?? []
            Issue.record(
                """
                \(problem) in \(failure.count) of \(seeds.count) inputs of \(kind), for one with seed \(failure.seed): \
                \(literal(short))
                \(details.prefix(4).joined(separator: "\n"))
                """)
        }
        trail.end()
    }

    /// The kinds of problem that an input has; an input that is no text has none.
    private static func kinds(of bytes: [UInt8]) -> Set<String> {
        guard let report = try? parse(bytes) else { return [] }
        return Set(CoverageCheck.problems(of: report).map(\.kind))
    }
}

/// Records the broken promises of a report as issues.
func expectCovered(_ report: Report, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for problem in CoverageCheck.problems(of: report).prefix(8) {
        Issue.record("\(name): \(problem.kind): \(problem.detail)", sourceLocation: sourceLocation)
    }
}

/// Keeps the input that is being read in a file, so that one that ends the process can be looked at.
struct Trail {
    private let file: URL

    init(_ name: String) {
        file = FileManager.default.temporaryDirectory.appending(path: "itaparse-last-input-\(name).txt")
    }

    func mark(_ bytes: [UInt8]) { try? Data(bytes).write(to: file) }

    func end() { try? FileManager.default.removeItem(at: file) }
}

/// Texts that are no reports.
enum Prose {
    static let novel = """
        บทที่ ๓
        แม่น้ำในยามเช้า

        เช้าวันนั้นหมอกลงจัดจนมองไม่เห็นฝั่งตรงข้าม ยายแก้วนั่งอยู่ที่หัวบันไดท่าน้ำ มือหนึ่งถือขันข้าว อีกมือหนึ่งจับราวไม้ที่ผุไปครึ่งหนึ่งแล้ว
        นางคอยเรือพายของพระมาตั้งแต่ฟ้ายังไม่สาง แต่จนป่านนี้ก็ยังไม่มีวี่แววว่าจะมา มีก็แต่เสียงนกกระปูดร้องอยู่ไกล ๆ กับเสียงน้ำกระทบเสาเรือน

        "ยายหนาวไหม" เสียงเด็กชายดังมาจากข้างหลัง

        "ไม่หนาวหรอก" นางตอบโดยไม่หันไปมอง "คนแก่น่ะ หนาวมาทั้งชีวิตแล้ว จะหนาวอีกสักวันจะเป็นไรไป"

        เด็กชายหัวเราะ แล้วนั่งลงข้าง ๆ เอาคางเกยเข่า เขาอายุได้ ๙ ขวบในปีที่น้ำท่วมใหญ่ แต่ดวงตานั้นเหมือนคนที่เคยอยู่มานานกว่านั้นมาก
        ทั้งสองคนไม่ได้พูดอะไรกันอีก นอกจากมองดูสายหมอกค่อย ๆ จางลง จนเห็นยอดเจดีย์สีทองโผล่พ้นยอดไม้ขึ้นมาทีละน้อย

        """

    static let english = """
        The harbour was quiet that evening. Two boats lay against the quay, and somebody had left a lamp burning in the
        window of the customs house; its light fell on the water, broke, and came together again. Nobody was to be seen.
        """
}
