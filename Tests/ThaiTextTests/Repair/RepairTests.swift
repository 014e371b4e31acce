import Testing
import ThaiText

/// What is mended, kind by kind, and what stays.
@Suite("Repair")
struct RepairTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let kind: Repair.Kind
        let text: String
        let mended: String
        var testDescription: String { "\(kind.rawValue): \(text)" }

        init(_ kind: Repair.Kind, _ text: String, _ mended: String) {
            (self.kind, self.text, self.mended) = (kind, text, mended)
        }
    }

    static let damaged = [
        Case(.saraAm, "ด\u{E4D}าเนิน", "ด\u{E33}เนิน"), Case(.saraAm, "น\u{E4D}\u{E49}า", "น\u{E49}\u{E33}"),
        Case(.saraAm, "น\u{E49}\u{E4D}า", "น\u{E49}\u{E33}"),
        Case(.lostNikhahit, "ส านักงาน", "สำนักงาน"), Case(.lostNikhahit, "ประจ าเดือน", "ประจำเดือน"),
        Case(.lostNikhahit, "ก ารเงิน", "การเงิน"), Case(.lostNikhahit, "สม ่ าเสมอ", "สม่ำเสมอ"),
        Case(.markOrder, "ท\u{E48}\u{E35}", "ท\u{E35}\u{E48}"), Case(.markOrder, "หนา\u{E49}", "หน\u{E49}า"),
        Case(.markOrder, "ท\u{E33}\u{E48}", "ท\u{E48}\u{E33}"),
        Case(.repeatedMark, "ท\u{E35}\u{E48}\u{E48}", "ท\u{E35}\u{E48}"), Case(.repeatedMark, "มาาก", "มาก"),
        Case(.repeatedMark, "ตลอดป\u{E35}\u{E36}งบประมาณ", "ตลอดป\u{E35}งบประมาณ"),
        Case(.repeatedMark, "ตลอดป\u{E37}\u{E35}งบประมาณ", "ตลอดป\u{E35}งบประมาณ"),
        Case(.detachedMark, "ท \u{E35}\u{E48}", "ท\u{E35}\u{E48}"), Case(.detachedMark, "จ \u{E33}นวน", "จ\u{E33}นวน"),
        Case(.detachedVowel, "แ ผนงาน", "แผนงาน"), Case(.doubledVowel, "เเผน", "แผน"),
        Case(.doubledVowel, "เ เผน", "แผน"),
        Case(.lakkhangyao, "ก\u{E45}ร", "การ"),
        Case(.privateUse, "ท\u{F702}\u{F70A}", "ท\u{E35}\u{E48}"), Case(.privateUse, "\u{F700}าน", "ฐาน"),
        Case(.privateUse, "ท\u{F886}\u{F88B}", "ท\u{E35}\u{E48}"),
        Case(.invisible, "กอง\u{200B}ช่าง", "กองช่าง"), Case(.invisible, "\u{FEFF}กอง", "กอง"),
        Case(.spaceKind, "ปี\u{2009}๒๕๖๗", "ปี ๒๕๖๗"), Case(.spaceRun, "ข้อ   ๕", "ข้อ ๕"),
        Case(.layoutSpace, "เจ้า หน้าที่", "เจ้าหน้าที่"), Case(.layoutSpace, "การ ดำเนินงาน", "การดำเนินงาน"),
        Case(.layoutSpace, "ส่ง\nเสริม", "ส่งเสริม"), Case(.layoutSpace, "ประกาศ ฯ", "ประกาศฯ"),
        Case(.fullWidth, "（ＩＴＡ）", "(ITA)"), Case(.decomposed, "cafe\u{301}", "caf\u{E9}"),
        Case(.mojibake, "¡Í§ªèÒ§", "กองช่าง"), Case(.mojibake, "à¸\u{81}à¸\u{AD}à¸\u{87}", "กอง"),
    ]

    @Test("damage is mended, and told as what it is", arguments: damaged)
    func damage(_ example: Case) {
        var repair = TextRepair()
        let result = repair.repair(Array(example.text.utf8))
        #expect(Array(String(decoding: result.bytes, as: UTF8.self).utf8) == Array(example.mended.utf8))
        #expect(result.repairs.map(\.kind) == [example.kind])
    }

    @Test(
        "what only looks like damage stays",
        arguments: [
            "นางสมใจ ดีงาม", "นาย ก อายุ ๓๐ ปี", "ดร.สมใจ ดีงาม", "กองคลัง กองช่าง", "ณ ที่ทำการ", "ต่าง ๆ ฯลฯ", "เรียน ฯพณฯ",
            "ดีดี",
            "อื่น ๆ", "ฤ\u{E45}ษี", "พ.ศ. 2๕๖๗", "๐๑๘", "กฏหมาย", "ร า ย ง า น", "สระ า อ่านว่า อา", "déjà vu", "Zürich",
            "ปี พ.ศ. ๒๕๖๗",
            "“คำ” – ‘คำ’ …", "จังหวัดน่าน อำเภอปัว", "ก. ข. ค.", "\u{1F468}\u{200D}\u{1F469}", "",
        ])
    func sound(_ text: String) {
        var repair = TextRepair()
        let result = repair.repair(Array(text.utf8))
        #expect(String(decoding: result.bytes, as: UTF8.self) == text)
        #expect(result.repairs.isEmpty)
        #expect(result.isUnchanged)
    }

    @Test("a phrase that the text writes together elsewhere has its space from the layout")
    func evidence() {
        let apart = "ศูนย์ยุติธรรมชุมชน บ้านทุ่งแก้วฟ้า"
        let together = "ศูนย์ยุติธรรมชุมชนบ้านทุ่งแก้วฟ้า"
        #expect(repaired(apart) == apart)
        #expect(repaired("\(apart) และ \(together)") == "\(together) และ \(together)")
        // Written apart more often: it is the author's.
        #expect(repaired("\(apart), \(apart), \(together)") == "\(apart), \(apart), \(together)")
        // A name stays, however it is written elsewhere.
        #expect(repaired("นางสมใจพร ทองดีงาม, สมใจพรทองดีงาม") == "นางสมใจพร ทองดีงาม, สมใจพรทองดีงาม")
    }

    @Test("what is left of a text is as it was, and each place is found again")
    func places() {
        let text = "ที่ ๑ ข้อ มูลของต าบล ＡＢ เเละ¡Í§ªèÒ§  จบ"
        let source = Array(text.utf8)
        var repair = TextRepair()
        let result = repair.repair(source)
        var position = 0
        var now = 0
        for change in result.repairs {
            #expect(source[position..<change.source.lowerBound] == result.bytes[now..<change.range.lowerBound])
            #expect(result.sourceOffset(of: change.range.lowerBound) <= change.source.lowerBound)
            #expect(result.offset(ofSource: change.source.upperBound) == change.range.upperBound)
            (position, now) = (change.source.upperBound, change.range.upperBound)
        }
        #expect(source[position...] == result.bytes[now...])
        #expect(result.sourceRange(of: 0..<result.bytes.count) == 0..<source.count)
        #expect(result.source == source)
        #expect(result.repairs(within: 0..<result.bytes.count) == result.repairs)
    }

    @Test("repairing characters leaves lines, tabs and gaps")
    func characters() {
        let text = "ที่   มาตรการ\tต าบล\r\n\r\n  ข้อ มูล    จ\n"
        let result = TextRepair.repairCharacters(of: Array(text.utf8))
        #expect(String(decoding: result.bytes, as: UTF8.self) == "ที่   มาตรการ\tตำบล\r\n\r\n  ข้อ มูล    จ\n")
        let columns = TextRepair.repairCharacters(of: Array("ต าบล ต าบล    กอง\nกอง    กอง".utf8), keepsColumns: true)
        #expect(String(decoding: columns.bytes, as: UTF8.self) == "ตำบล ตำบล      กอง\nกอง    กอง")
        #expect(columns.repairs.map(\.kind) == [.lostNikhahit, .lostNikhahit])
    }
}
