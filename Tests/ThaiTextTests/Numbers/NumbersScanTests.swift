import Invariants
import Testing
import ThaiText

@Suite("Scanning for numbers")
struct NumbersScanTests {
    static let sentences: [(text: String, numbers: String)] = [
        ("จัดอบรมบุคลากร จำนวน ๔๕ คน งบประมาณ ๑๒,๕๐๐ บาท คิดเป็นร้อยละ ๙๘.๕", "45;12500 THB;98.5 %"),
        ("ตัวชี้วัดที่ ๓ คะแนน ๘๒.๑๑ เพิ่มเป็น ๙๐.๐๕ (ปีงบประมาณ ๒๕๖๖)", "3;82.11;90.05"),
        ("๑. ติดตั้งกล้อง ๑๒ จุด ภายในวันที่ ๓๑ มีนาคม ๒๕๖๖", "1;12"),
        ("ประชุมครั้งที่ ๓/๒๕๖๖ เมื่อวันที่ ๕ ม.ค. ๒๕๖๖ มีผู้เข้าร่วม ๒๐ คน", "20"),
        ("๕๐๐ บาท (ห้าร้อยบาทถ้วน) จำนวน ๓ (สาม) งวด", "500 THB;3"),
        ("งบ ๕๐,๐๐๐ บาท (สี่หมื่นบาทถ้วน)", "50000 THB;40000 THB"),
        ("นั่งเก้าอี้ในศูนย์ราชการจังหวัดร้อยเอ็ดสองชั่วโมง", "2"),
        ("o11 และ 0๒๓ ได้ ๑๐๐ คะแนน", "o11;o23;100"),
        ("12,500.00\t13,400.00\t0.00", "12500;13400;0"),
        ("วันที่ ๑ - ๓ ต.ค. ๒๕๖๕ อบรม ๓ วัน", "3"),
    ]

    @Test("Sentences give their quantities in order", arguments: sentences)
    func sentence(text: String, numbers: String) {
        #expect(NumberAnswers.of(text) == numbers)
    }

    @Test("Kinds, ranges and repairs are told")
    func details() throws {
        let text = Array("รวม ๓o๐ บาท".utf8)
        let mention = try #require(NumberScanner().scan(text).first)
        #expect(mention.kind == .money)
        #expect(mention.unit == .baht)
        #expect(mention.isRepaired)
        #expect(mention.number == ExactDecimal(300))
        #expect(String(decoding: text[mention.range], as: UTF8.self) == "๓o๐ บาท")
        let kinds = NumberScanner().scan(Array("ข้อ ๒ ได้ ๕.๕ ไร่ ร้อยละ ๓ ตัวที่ ๑.๒ ราว ๒-๔ o1 ๙".utf8)).map(\.kind)
        #expect(kinds == [.ordinal, .decimal, .percent, .outline, .range, .code, .integer])
    }

    @Test("A range of the text is scanned as if it stood alone")
    func slices() {
        let text = Array("๑๒๓๔๕".utf8)
        #expect(NumberScanner().scan(text, in: 3..<9).map(\.value.description) == ["23"])
        #expect(NumberScanner().scan(text, in: 3..<8).map(\.value.description) == ["2"])
        #expect(NumberScanner().scan(text, in: 0..<99).count == 1)
        #expect(NumberScanner().scan([]).isEmpty)
    }

    @Test("No bytes trap, and no mention leaves its range")
    func hostileBytes() {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let pieces = [
            "๑", "๐", "0", "5", "O", "l", ",", ".", "-", "–", "/", ":", "(", ")", "%", "฿", "บาท", "ล้าน", "สิบ", "เอ็ด",
            "หนึ่ง", "จุด",
            "ครึ่ง", "ลบ", " ", "\n", "ที่", "ร้อยละ", "และ", "ถึง", "ใน", "ต.ค.", "น.", "พ.ศ.", "โทร", "คน", "OIT", "½",
            ".-",
        ].map { Array($0.utf8) }
        let scanner = NumberScanner()
        for _ in 0..<3000 {
            var text: [UInt8] = []
            for _ in 0..<random(14) {
                if random(10) == 0 { text.append(UInt8(random(256))) } else { text += pieces[random(pieces.count)] }
            }
            let start = random(text.count + 1)
            let range = start..<start + random(text.count - start + 1)
            for mention in scanner.scan(text, in: range) {
                #expect(!mention.range.isEmpty && mention.range.clamped(to: range) == mention.range, "\(text) \(range)")
            }
            _ = scanner.read(text, as: .code, in: range)
            _ = scanner.read(text, as: .outline, in: range)
            _ = text.money(in: range)
        }
    }

    @Test(
        "Time grows with the text and no faster",
        arguments: ["๑", "๑,", "๑-", "๑o", "สองสาม", "ล้าน", "๑ ล้าน ", "โทร ๐๒ ", "๑ ใน ", "(๑", "A1.", " "])
    func linear(piece: String) {
        func seconds(_ bytes: Int) -> Duration {
            let text = Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8)
            return (0..<3).map { _ in ProcessorTime.of { _ = NumberScanner().scan(text) } }.min() ?? .zero
        }
        // Sixteen times the text; a quadratic scan takes 256 times as long.
        let short = max(seconds(4_000), .microseconds(50))
        #expect(seconds(64_000) < short * 100)
    }
}
