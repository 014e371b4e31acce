/// Long files of other formats than text, made once from small ones.
extension Inputs {
    /// A file of Tests/Corpus/formats, as it is.
    static func fixture(_ name: String) -> [UInt8]? { read("Tests/Corpus/formats/\(name)") }

    /// A PDF whose pages come `times` times more: an update at its end gives each page so many twins.
    ///
    /// It must be a file as LibreOffice writes them, with one list of pages and a table of places.
    static func repeatedPDF(_ name: String, times: Int) -> [UInt8]? {
        guard let bytes = fixture("pdf/\(name).pdf"), let size = number(behind: "/Size ", in: bytes),
            let start = number(behind: "startxref\n", in: bytes), let root = number(behind: "/Root ", in: bytes),
            let tree = number(behind: "/Parent ", in: bytes), let kids = text(from: "/Kids[", to: "]", in: bytes),
            let node = object(tree, of: bytes), let count = number(behind: "/Count ", in: Array(node.utf8))
        else { return nil }
        let pages = kids.split(separator: " ").compactMap { Int($0) }.filter { $0 > 0 }
        var out = bytes
        var next = size
        var places = "\(size) \(pages.count * times)\n"
        for _ in 0..<times {
            for page in pages {
                guard let body = object(page, of: bytes) else { return nil }
                places += place(out.count)
                out += "\(next) 0 obj\n\(body)endobj\n".utf8
                next += 1
            }
        }
        let twins = (0..<pages.count * times).map { "\(size + $0) 0 R" }.joined(separator: " ")
        let new = node.replacing(kids, with: "\(kids) \(twins)").replacing(
            "/Count \(count)", with: "/Count \(count * (times + 1))")
        places = "\(tree) 1\n\(place(out.count))" + places
        out += "\(tree) 0 obj\n\(new)endobj\n".utf8
        let end = out.count
        out +=
            "xref\n\(places)trailer\n<</Size \(size + pages.count * times)/Root \(root) 0 R/Prev \(start)>>\nstartxref\n\(end)\n%%EOF\n"
            .utf8
        return out
    }

    /// A line of the table of places.
    private static func place(_ offset: Int) -> String {
        let digits = String(offset)
        return String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n"
    }

    private static func object(_ number: Int, of bytes: [UInt8]) -> String? {
        text(from: "\n\(number) 0 obj\n", to: "endobj", in: bytes)
    }

    private static func text(from start: String, to end: String, in bytes: [UInt8]) -> String? {
        guard let first = bytes.firstRange(of: Array(start.utf8)),
            let last = bytes[first.upperBound...].firstRange(of: Array(end.utf8))
        else { return nil }
        return String(decoding: bytes[first.upperBound..<last.lowerBound], as: UTF8.self)
    }

    /// The number behind the last place of a word.
    private static func number(behind word: String, in bytes: [UInt8]) -> Int? {
        guard let found = bytes.ranges(of: Array(word.utf8)).last else { return nil }
        return Int(String(decoding: bytes[found.upperBound...].prefix { $0 &- 0x30 < 10 }, as: UTF8.self))
    }

    /// A DOCX with one table of so many rows, its parts stored as they are.
    static func grownDOCX(rows: Int) -> [UInt8] {
        let lines = String(decoding: grownTable(rows: rows), as: UTF8.self).split(separator: "\n")
        var body = ""
        for line in lines where !line.contains("\t") { body += "<w:p>\(run(line))</w:p>" }
        body += "<w:tbl>"
        for line in lines where line.contains("\t") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            body += "<w:tr>\(cells.map { "<w:tc><w:p>\(run($0))</w:p></w:tc>" }.joined())</w:tr>"
        }
        body += "</w:tbl>"
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        let office = "http://schemas.openxmlformats.org"
        return Archive.stored([
            (
                "[Content_Types].xml",
                "\(head)<Types xmlns=\"\(office)/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "\(head)<Relationships xmlns=\"\(office)/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            (
                "word/document.xml",
                "\(head)<w:document xmlns:w=\"\(office)/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
            ),
        ])
    }

    private static func run(_ text: Substring) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
}

/// Writes ZIP archives.
enum Archive {
    /// An archive of texts without compression.
    static func stored(_ files: [(name: String, text: String)]) -> [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for (name, text) in files {
            let bytes = Array(text.utf8)
            let offset = out.count
            // Version, flags, method, time and date; 1 January 1980.
            var common = words(20, 0, 0, 0, 0x21)
            for value in [checksum(bytes), bytes.count, bytes.count] { common += long(value) }
            common += words(name.utf8.count, 0)
            out += long(0x0403_4B50) + common
            out += name.utf8
            out += bytes
            directory += long(0x0201_4B50) + words(20)
            directory += common + words(0, 0, 0)
            directory += long(0) + long(offset)
            directory += name.utf8
        }
        var end = long(0x0605_4B50) + words(0, 0, files.count, files.count)
        end += long(directory.count) + long(out.count)
        return out + directory + end + words(0)
    }

    /// Numbers of two bytes, the lower one first.
    private static func words(_ values: Int...) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in values { bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)] }
        return bytes
    }

    private static func long(_ value: Int) -> [UInt8] { words(value & 0xFFFF, value >> 16) }

    /// CRC-32.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        var table = [UInt32](0..<256)
        for index in table.indices {
            for _ in 0..<8 {
                let half = table[index] >> 1
                table[index] = table[index] & 1 != 0 ? 0xEDB8_8320 ^ half : half
            }
        }
        var sum = UInt32.max
        for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
        return Int(~sum)
    }
}
