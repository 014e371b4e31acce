internal import Glibc

/// What the benchmark runs on.
enum Inputs {
    /// Reports repeated until they make `size` bytes: the real ones of the shared corpus where it lies beside the
    /// project, else those of Tests/Corpus.
    static func repeatedReports(size: Int) -> (name: String, bytes: [UInt8]) {
        let shared = ["000", "001", "002", "003", "004"].compactMap { read("../shared/corpus/reports/\($0).txt") }
        let own = [
            "tab-pages-town.txt", "tab-indicators-school.txt", "pipe-wrapped-police.md", "narrative-issues-sao.txt",
            "tsv-checkbox-city.txt",
        ].compactMap { read("Tests/Corpus/reports/\($0)") }
        let (name, files) = shared.isEmpty ? ("the reports of Tests/Corpus", own) : ("the real reports", shared)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 100_000)
        while bytes.count < size, !files.isEmpty {
            for file in files {
                bytes += file
                bytes += [0x0A, 0x0A]
            }
        }
        return ("\(name), repeated", bytes)
    }

    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes += buffer[0..<count]
        }
    }

    private static let verbs = ["จัดทำ", "เผยแพร่", "ปรับปรุง", "ทบทวน", "ติดตาม", "ประชาสัมพันธ์", "กำหนด"]
    private static let objects = ["แผนการใช้จ่าย", "คู่มือบริการ", "ทะเบียนทรัพย์สิน", "ช่องทางร้องเรียน", "ข้อมูลจัดซื้อ", "แนวปฏิบัติ"]
    private static let units = ["กองคลัง", "สำนักปลัด", "กองช่าง", "กองการศึกษา"]
    private static let months = ["ต.ค. ๒๕๖๕", "ธ.ค.๖๕", "มีนาคม ๒๕๖๖", "พ . ค . ๖๖"]
    private static let states = ["ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ"]

    /// One report whose table has `rows` rows, some 200 bytes each, every one different.
    static func grownTable(rows: Int, seed first: UInt64 = 42) -> [UInt8] {
        var text =
            "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส\nเทศบาลตำบลทุ่งทดสอบ\nประจำปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"
        text += "ที่\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินงาน\n"
        var bytes = Array(text.utf8)
        bytes.reserveCapacity(rows * 210)
        var seed = first
        func pick(_ words: [String]) -> String {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return words[Int(seed >> 33) % words.count]
        }
        for row in 1...rows {
            let line =
                "\(row)\t\(pick(verbs))\(pick(objects))\t๑.\(pick(verbs)) \(row)\t\(pick(units))\t\(pick(months))\t\(pick(states))\n"
            bytes += line.utf8
        }
        return bytes
    }
}
