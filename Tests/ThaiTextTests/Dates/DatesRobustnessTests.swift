import Invariants
import Testing
import ThaiText

@Suite("Dates in awkward text")
struct DatesRobustnessTests {
    static let pieces = [
        "1", "๑", "ม.", "่", "๑, ", "1-", "1/1/", "ต.ค. ", "ตุลาคม ", "๒๕๖๖ ", "พ.ศ. ๒๕๖๐ ", "(", "<b",
        "ไตรมาส (๑ ต.ค. - ", "เ", "O",
        "๑ ต.ค. - ", "\n", "๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙",
    ]

    @Test("time grows with the length of the text", arguments: pieces)
    func isLinear(_ piece: String) {
        func time(_ size: Int) -> Duration {
            let text = Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
            return ProcessorTime.of { _ = DateScanner().scan(text, in: 0..<text.count) }
        }
        // Sixteen times the text may cost forty times as long, and a quadratic scan would cost 256 times.
        #expect(time(65_536) < time(4_096) * 40 + .milliseconds(200))
    }

    @Test("any bytes are read, and dates stay within what was asked for")
    func anyBytes() {
        let pieces = [
            "๑", "๒๕๖๖", "31", "O", "ต.ค.", "ต . ค", "กันยายน", "ตุลำคม", "พ.ศ.", "จ.ศ.", "ปี", "ปีงบประมาณ", "ไตรมาส", "ที่",
            "รอบ", "เดือน",
            "แรก", " ", "\n", "\t", "-", "–", "/", ".", ",", ":", "(", ")", "ถึง", "และ", "ภายใน", "ก่อน", "สิ้น", "ตั้งแต่",
            "ปัจจุบัน", "เวลา", "น.",
            "วันที่", "ขึ้น", "ค่ำ", "<b>", "&nbsp;", "\u{200B}", "ํ", "า", "99999999999999999999", "June", "T", "😀",
            "สองพันห้าร้อย",
        ].map { Array($0.utf8) }
        var random = SplitMix(state: 7)
        let scanners = [DateScanner(), DateScanner(context: DateContext(fiscalYear: 2566))]
        for _ in 0..<20_000 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 1...20, using: &random) { text += pieces.randomElement(using: &random) ?? [] }
            if Int.random(in: 0..<4, using: &random) == 0 {
                text.remove(at: Int.random(in: 0..<text.count, using: &random))
            }
            let lower = Int.random(in: 0...text.count, using: &random)
            let upper = Int.random(in: lower...text.count, using: &random)
            for mention in scanners.flatMap({ $0.scan(text, in: lower..<upper) }) {
                #expect(mention.range.lowerBound >= lower && mention.range.upperBound <= upper)
                #expect(mention.hasValue || !mention.warnings.isEmpty)
                if let start = mention.start, let end = mention.end { #expect(start <= end) }
            }
        }
    }

    @Test("a mention's place is its words")
    func place() {
        let text = Array("ให้รายงานภายในวันที่ ๑๕ มีนาคม ๒๕๖๗ ทุกส่วนราชการ".utf8)
        let mention = DateScanner().scan(text, in: 0..<text.count).first
        #expect(mention.map { String(decoding: text[$0.range], as: UTF8.self) } == "ภายในวันที่ ๑๕ มีนาคม ๒๕๖๗")
    }

    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}

@Suite("Days of the calendar")
struct CivilDateTests {
    @Test("day numbers go both ways", arguments: [-719_162, -1, 0, 59, 60, 11_016, 19_782, 2_932_896])
    func dayNumbers(_ number: Int) {
        #expect(CivilDate(dayNumber: number)?.dayNumber == number)
    }

    @Test("days that the calendar has not are refused")
    func refused() {
        #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
        #expect(CivilDate(year: 2024, month: 13, day: 1) == nil)
        #expect(CivilDate(year: 2024, month: 4, day: 0) == nil)
        #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
        #expect(ClockTime(hour: 24, minute: 1) == nil)
        #expect(ClockTime(hour: Int.max, minute: 0) == nil)
    }

    @Test("weekday, fiscal year and description")
    func properties() throws {
        let day = try #require(CivilDate(year: 2023, month: 10, day: 1))
        #expect(day.weekday == 0)
        #expect(day.fiscalYear == 2567)
        #expect(day.description == "2023-10-01")
        #expect(day.advanced(by: -1)?.description == "2023-09-30")
        #expect(day.advanced(by: Int.max) == nil)
        #expect(day.endOfMonth.day == 31)
    }
}
