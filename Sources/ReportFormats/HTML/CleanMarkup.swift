/// The markup of a web page in a form that libxml2 reads as browsers read the page.
///
/// libxml2's HTML parser knows HTML 4: it throws away what stands behind a `<` that begins no tag, ends comments and
/// scripts where browsers do not, and compares each attribute of a tag with all others. So one pass, in time that grows
/// with the bytes alone, leaves out what no reader sees (comments, scripts, styles), writes signs that are text as
/// references, references of HTML 5 as characters, and cuts tags that are longer than tags are.
struct CleanMarkup {
    /// The markup, UTF-8.
    private(set) var bytes: [UInt8] = []
    /// How many NUL bytes were left out.
    private(set) var nulBytes = 0
    /// Whether a comment or script has no end: what follows was read as if it had ended with its first line.
    private(set) var hasUnclosedPart = false

    private let source: [UInt8]
    private var position = 0
    /// The names of what was looked for and has no further end, so that the search is not made again.
    private var unended: Set<String> = []

    /// More attributes than any tag has; libxml2's time grows with their square.
    private static let mostAttributes = 128
    /// Longer values are pictures within the page, which are no text.
    private static let longestValue = 4096

    /// Cleans `source`, which is valid UTF-8.
    init(_ source: [UInt8]) {
        self.source = source
        bytes.reserveCapacity(source.count)
        while position < source.count { step() }
    }

    private mutating func step() {
        let byte = source[position]
        switch byte {
        case 0x3C: markup()
        case 0x26: reference()
        case 0:
            nulBytes += 1
            position += 1
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x80...0xFF: copyText()
        default:
            // Control characters, which are not shown and which libxml2 refuses.
            bytes.append(0x20)
            position += 1
        }
    }

    private mutating func copyText() {
        let start = position
        while position < source.count {
            let byte = source[position]
            if byte == 0x3C || byte == 0x26 || byte < 0x09 || byte == 0x7F { break }
            if byte == 0x0B || byte == 0x0C || (0x0E...0x1F).contains(byte) { break }
            // U+FFFE and U+FFFF, which XML forbids.
            if byte == 0xEF, position + 2 < source.count, source[position + 1] == 0xBF, source[position + 2] >= 0xBE {
                if position > start { break }
                bytes += [0xEF, 0xBF, 0xBD]
                position += 3
                return
            }
            position += 1
        }
        bytes += source[start..<position]
    }

    // MARK: Tags

    private mutating func markup() {
        guard position + 1 < source.count else { return escape() }
        let next = source[position + 1]
        if source.hasLetter(at: position + 1) { return tag() }
        if next == 0x2F, source.hasLetter(at: position + 2) {
            bytes.append(contentsOf: [0x3C, 0x2F])
            position += 2
            while position < source.count, source.isNameByte(at: position) { copyByte() }
            skip(through: 0x3E)
            bytes.append(0x3E)
            return
        }
        if source.begins("<!--", at: position) { return comment() }
        if source.begins("<![cdata[", at: position) {
            position += 9
            return
        }
        if next == 0x21 || next == 0x3F || next == 0x2F {
            return declaration()
        }
        escape()
    }

    /// A `<` that is text.
    private mutating func escape() {
        bytes += Array("&lt;".utf8)
        position += 1
    }

    /// `<!DOCTYPE …>`, `<?xml … ?>`, `<![if …]>`: nothing of them is shown.
    private mutating func declaration() {
        let start = position
        var brackets = 0
        while position < source.count {
            let byte = source[position]
            position += 1
            if byte == 0x5B { brackets += 1 }
            if byte == 0x5D { brackets -= 1 }
            if byte == 0x3E, brackets <= 0 || !source.begins("<!doctype", at: start) { return }
        }
        // Without an end it is text.
        position = start
        escape()
        hasUnclosedPart = true
    }

    private mutating func comment() {
        let start = position
        if source.begins("<!-->", at: start) || source.begins("<!--->", at: start) { return skip(through: 0x3E) }
        if let end = find("-->", from: start + 4) ?? find("--!>", from: start + 4) {
            keepLines(of: start..<end)
            position = end
            return
        }
        hasUnclosedPart = true
        // Without any end it is text.
        if find(">", from: start) == nil { escape() } else { skip(through: 0x3E) }
    }

    /// Line ends of what is left out, so that problems name lines of the page.
    private mutating func keepLines(of range: Range<Int>) {
        for index in range where source[index] == 0x0A { bytes.append(0x0A) }
    }

    private mutating func tag() {
        let nameStart = position + 1
        var cursor = nameStart
        while cursor < source.count, source.isNameByte(at: cursor) { cursor += 1 }
        let name = String(decoding: source[nameStart..<min(cursor, nameStart + 16)], as: UTF8.self).lowercased()
        let mark = bytes.count
        let start = position
        bytes += source[position..<min(cursor, nameStart + 64)]
        position = cursor
        guard attributes() else {
            // A tag that the file ends inside of is text.
            bytes.removeSubrange(mark...)
            position = start
            hasUnclosedPart = true
            return escape()
        }
        switch name {
        case "script", "style": skipContent(of: name)
        case "title", "textarea": copyContent(of: name)
        default: break
        }
    }

    /// Copies the attributes of a tag and its end; false where the file ends before.
    private mutating func attributes() -> Bool {
        var count = 0
        while position < source.count {
            let byte = source[position]
            if byte == 0x3E {
                copyByte()
                return true
            }
            if source.isSpace(at: position) || byte == 0x2F {
                position += 1
                continue
            }
            guard byte != 0x3C else {
                // A tag within a tag: the first has lost its end.
                bytes.append(0x3E)
                return true
            }
            let name = position
            while position < source.count, !source.isSpace(at: position),
                ![0x3E, 0x2F, 0x3D, 0x3C].contains(source[position]) || position == name
            {
                position += 1
            }
            let nameEnd = position
            let value = attributeValue()
            guard let value else { return false }
            count += 1
            guard count <= Self.mostAttributes, value.count <= Self.longestValue, nameEnd - name <= 64,
                source[name..<nameEnd].allSatisfy({ $0 | 0x20 &- 0x61 < 26 || $0 == 0x2D || $0 == 0x3A || $0 == 0x5F })
            else { continue }
            bytes.append(0x20)
            bytes += source[name..<nameEnd]
            bytes += [0x3D, 0x22]
            for byte in source[value] { append(valueByte: byte) }
            bytes.append(0x22)
        }
        return false
    }

    private mutating func append(valueByte byte: UInt8) {
        switch byte {
        case 0x22: bytes += Array("&quot;".utf8)
        case 0x3C: bytes += Array("&lt;".utf8)
        case 0..<0x20, 0x7F: bytes.append(0x20)
        default: bytes.append(byte)
        }
    }

    /// The value of the attribute whose name ends here, empty where it has none; `nil` where the file ends inside it.
    private mutating func attributeValue() -> Range<Int>? {
        var cursor = position
        while cursor < source.count, source.isSpace(at: cursor) { cursor += 1 }
        guard cursor < source.count, source[cursor] == 0x3D else { return position..<position }
        cursor += 1
        while cursor < source.count, source.isSpace(at: cursor) { cursor += 1 }
        guard cursor < source.count else { return nil }
        let quote = source[cursor]
        let start: Int
        if quote == 0x22 || quote == 0x27 {
            start = cursor + 1
            cursor = start
            let sign = String(UnicodeScalar(quote))
            guard !unended.contains(sign) else { return nil }
            while cursor < source.count, source[cursor] != quote { cursor += 1 }
            guard cursor < source.count else {
                unended.insert(sign)
                return nil
            }
            position = cursor + 1
        } else {
            start = cursor
            while cursor < source.count, !source.isSpace(at: cursor), source[cursor] != 0x3E { cursor += 1 }
            position = cursor
        }
        return start..<cursor
    }

    // MARK: Contents that are no markup

    /// Leaves out the content of a script or style.
    private mutating func skipContent(of name: String) {
        guard let end = find("</\(name)", from: position) else {
            hasUnclosedPart = true
            return
        }
        keepLines(of: position..<end)
        position = end - name.utf8.count - 2
    }

    /// Copies content in which `<` is text.
    private mutating func copyContent(of name: String) {
        guard let end = find("</\(name)", from: position) else {
            hasUnclosedPart = true
            return
        }
        let stop = end - name.utf8.count - 2
        while position < stop {
            if source[position] == 0x3C { escape() } else { step() }
        }
    }

    /// Where the first `pattern` (lower case) from `start` on ends, case folded.
    private mutating func find(_ pattern: String, from start: Int) -> Int? {
        guard !unended.contains(pattern) else { return nil }
        let wanted = Array(pattern.utf8)
        var cursor = start
        while cursor + wanted.count <= source.count {
            if source[cursor] == wanted[0], source.begins(wanted, at: cursor) { return cursor + wanted.count }
            cursor += 1
        }
        unended.insert(pattern)
        return nil
    }

    private mutating func skip(through sign: UInt8) {
        while position < source.count, source[position] != sign { position += 1 }
        position = min(position + 1, source.count)
    }

    private mutating func copyByte() {
        bytes.append(source[position])
        position += 1
    }

    // MARK: References

    private mutating func reference() {
        guard let found = HTMLReference(source, at: position) else {
            bytes += Array("&amp;".utf8)
            position += 1
            return
        }
        position = found.end
        switch found.text {
        case "<": bytes += Array("&lt;".utf8)
        case "&": bytes += Array("&amp;".utf8)
        case let text?: bytes += Array(text.utf8)
        // One that libxml2 knows.
        case nil: bytes += source[found.start..<found.end]
        }
    }
}

extension [UInt8] {
    func hasLetter(at index: Int) -> Bool { index < count && (self[index] | 0x20) &- 0x61 < 26 }

    func isNameByte(at index: Int) -> Bool {
        (self[index] | 0x20) &- 0x61 < 26 || self[index] &- 0x30 < 10 || self[index] == 0x3A || self[index] == 0x2D
    }

    func isSpace(at index: Int) -> Bool { self[index] <= 0x20 }

    /// Whether `pattern`, in lower case, stands at `index` in letters of either case.
    func begins(_ pattern: some Collection<UInt8>, at index: Int) -> Bool {
        guard index + pattern.count <= count else { return false }
        var cursor = index
        for wanted in pattern {
            let byte = self[cursor]
            guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == wanted else { return false }
            cursor += 1
        }
        return true
    }

    /// The same for a pattern in words.
    func begins(_ pattern: StaticString, at index: Int) -> Bool {
        pattern.withUTF8Buffer { begins($0, at: index) }
    }
}
