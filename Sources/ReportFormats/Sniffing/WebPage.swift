/// Whether bytes are a web page, told by their first tag.
///
/// Tables and other fragments of HTML within a text are no page: the reader of texts knows them.
enum WebPage {
    /// What may stand before the first tag is looked through up to here.
    private static let farthest = 16384

    static func isOne(_ bytes: [UInt8]) -> Bool {
        let head = asciiHead(of: bytes)
        var position = 0
        while true {
            while position < head.count, head[position] <= 0x20 { position += 1 }
            guard position < head.count, head[position] == 0x3C else { return false }
            if head.begins("<!doctype", at: position) {
                var name = position + 9
                while name < head.count, head[name] <= 0x20 { name += 1 }
                return head.begins("html", at: name)
            }
            if head.begins("<!--", at: position) {
                position += 4
                while position < head.count, !head.begins("-->", at: position) { position += 1 }
                position += 3
            } else if head.begins("<?", at: position) || head.begins("<!", at: position) {
                while position < head.count, head[position] != 0x3E { position += 1 }
                position += 1
            } else {
                return ["html", "head", "body", "title", "meta", "frameset"].contains { name in
                    let end = position + 1 + name.utf8.count
                    return head.begins(Array(name.utf8), at: position + 1)
                        && (end >= head.count || !head.isNameByte(at: end))
                }
            }
        }
    }

    /// The first bytes in ASCII: without a byte order mark, and for UTF-16 without the other byte of each letter.
    private static func asciiHead(of bytes: [UInt8]) -> [UInt8] {
        let head = bytes.prefix(farthest)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(head.dropFirst(3)) }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            return head.dropFirst(2).filter { $0 != 0 }
        }
        // UTF-16 without a mark.
        let isWide = head.count > 3 && (head[0] == 0x3C && head[1] == 0 || head[0] == 0 && head[1] == 0x3C)
        return isWide ? head.filter { $0 != 0 } : Array(head)
    }
}
