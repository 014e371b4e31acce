/// A paragraph while it is being read.
struct WordParagraphText: Sendable {
    var paragraph = OfficeParagraph()
    var isStyleBold = false
    var isStyleHidden = false
    var styleFont: SymbolFont?
    var hasText = false
    var allBold = true
    /// Text boxes that are anchored in the paragraph; they stand behind it.
    var boxes: [OfficeBlock] = []
    /// What of the paragraph stands before a page break.
    var earlier: [OfficeBlock] = []

    /// Adds text as it is shown.
    mutating func append(_ text: String, isBold: Bool) {
        guard !text.isEmpty else { return }
        paragraph.text += text
        guard text.utf8.contains(where: { $0 != 0x20 && $0 != 0x0A }) else { return }
        hasText = true
        if !isBold { allBold = false }
    }

    mutating func breakPage() {
        if !paragraph.isBlank {
            paragraph.isBold = hasText && allBold
            earlier.append(.paragraph(paragraph))
        }
        paragraph.text = ""
        earlier.append(.pageBreak)
    }
}

extension WordReader {
    /// Reads a `w:p`.
    mutating func readParagraph(_ reader: XMLPullReader, into blocks: inout [OfficeBlock]) throws(FormatProblem) {
        var text = unfinished ?? WordParagraphText()
        unfinished = nil
        var properties = WordParagraphProperties()
        var isBegun = false
        let all = reader.children
        while try reader.next(in: all) {
            if WordTag(reader) == .pPr {
                properties = try WordParagraphProperties(reader)
                if let section = properties.section { add(section) }
                begin(&text, properties)
                isBegun = true
                continue
            }
            if !isBegun {
                begin(&text, properties)
                isBegun = true
            }
            try readInline(reader, into: &text)
        }
        if !isBegun { begin(&text, properties) }
        // An instruction ends with its paragraph: that of a broken field would hide all that follows.
        for index in fields.indices { fields[index] = true }
        if properties.mark.isDeleted {
            unfinished = text
            return
        }
        if properties.breaksPage { blocks.append(.pageBreak) }
        blocks += text.earlier
        text.paragraph.isBold = text.hasText && text.allBold
        blocks.append(.paragraph(text.paragraph))
        blocks += text.boxes
        if properties.section?.breaksPage == true { blocks.append(.pageBreak) }
    }

    /// Sets what a paragraph is, and counts it in its list.
    private mutating func begin(_ text: inout WordParagraphText, _ properties: WordParagraphProperties) {
        let style = styles.paragraphStyle(properties.style)
        text.isStyleBold = style.isBold
        text.isStyleHidden = style.isHidden
        text.styleFont = style.symbolFont
        let outline = properties.outlineLevel.map { $0 < 9 ? min($0 + 1, 6) : 0 }
        text.paragraph.headingLevel = max(0, outline ?? style.headingLevel)
        text.paragraph.indent = properties.indent ?? 0
        // A paragraph whose end is deleted is a part of the next one, which is counted.
        guard !properties.mark.isDeleted, let list = properties.list ?? style.list, list != 0 else { return }
        let level =
            properties.listLevel
            ?? properties.style.flatMap { numbering.level(ofStyle: $0, in: list, styles: styles) } ?? style.listLevel
            ?? 0
        guard let label = numbering.next(in: list, level: level, styles: styles) else { return }
        text.paragraph.listLevel = label.level
        if properties.indent == nil { text.paragraph.indent = label.indent ?? 0 }
        guard !label.text.isEmpty, properties.mark.isHidden != true else { return }
        // The number stands before what an earlier paragraph left over.
        text.paragraph.text = label.text + label.suffix + text.paragraph.text
    }

    // MARK: Within a paragraph

    /// Reads what the reader stands on, which is part of a paragraph.
    mutating func readInline(_ reader: XMLPullReader, into text: inout WordParagraphText) throws(FormatProblem) {
        if reader.namespace == WordNames.compatibility, reader.name == "AlternateContent" {
            try readAlternative(reader) { (document, reader) throws(FormatProblem) in
                let before = text.paragraph.text.utf8.count + text.boxes.count
                try document.readInlines(reader, into: &text)
                return text.paragraph.text.utf8.count + text.boxes.count > before
            }
            return
        }
        switch WordTag(reader) {
        case .r: try readRun(reader, into: &text)
        case .p, .tbl:
            // Only text boxes hold paragraphs here.
            try readBlock(reader, into: &text.boxes)
        case .txbxContent: try readBox(reader, into: &text)
        case .sdt:
            try readControl(reader) { (document, reader) throws(FormatProblem) in
                try document.readInline(reader, into: &text)
            }
        case .otherText, .t: show(try reader.text(), in: &text, WordRunProperties())
        case .textpath: if let string = reader.attribute("string") { text.append(string, isBold: false) }
        case .dropped, .pPr, .rPr: break
        default: try readInlines(reader, into: &text)
        }
    }

    private mutating func readInlines(_ reader: XMLPullReader, into text: inout WordParagraphText) throws(FormatProblem)
    {
        let all = reader.children
        while try reader.next(in: all) { try readInline(reader, into: &text) }
    }

    private mutating func readBox(_ reader: XMLPullReader, into text: inout WordParagraphText) throws(FormatProblem) {
        // Neither fields nor checkboxes reach into a text box.
        let outer = (fields, box)
        (fields, box) = ([], nil)
        text.boxes += try readBlocks(reader)
        (fields, box) = outer
    }

    private mutating func readRun(_ reader: XMLPullReader, into text: inout WordParagraphText) throws(FormatProblem) {
        var properties = WordRunProperties()
        let all = reader.children
        while try reader.next(in: all) {
            switch WordTag(reader) {
            case .rPr: properties = try WordRunProperties(reader)
            case .t:
                let isKept = reader.attribute("space") == "preserve"
                let string = try reader.text()
                show(isKept ? string : Self.trimmed(string), in: &text, properties)
            case .tab, .ptab: show(" ", in: &text, properties)
            case .cr: show("\n", in: &text, properties)
            case .br:
                if reader.attribute("type") == "page", isShown {
                    text.breakPage()
                } else {
                    show("\n", in: &text, properties)
                }
            case .noBreakHyphen: show("-", in: &text, properties)
            case .softHyphen: break
            case .sym:
                guard let code = reader.attribute("char").flatMap({ UInt32($0, radix: 16) }),
                    let scalar = Unicode.Scalar(code < 0x100 ? code + 0xF000 : code)
                else { continue }
                let font = reader.attribute("font").flatMap { SymbolFont(name: $0) }
                show(SymbolFont.readable(String(scalar), in: font), in: &text, properties)
            case .fldChar: try readField(reader, into: &text, properties)
            case .footnoteReference, .endnoteReference:
                guard let id = reader.attribute("id"), isShown else { continue }
                let hasOwnMark = reader.attribute("customMarkFollows").map { $0 != "0" && $0 != "false" } ?? false
                let kind = WordTag(reader) == .footnoteReference ? "footnote" : "endnote"
                show(notes.use(kind, id, hasOwnMark: hasOwnMark), in: &text, properties)
            default: try readInline(reader, into: &text)
            }
        }
    }

    private static func trimmed(_ string: String) -> String {
        var bytes = string.utf8[...]
        while let first = bytes.first, first == 0x20 || (0x09...0x0D).contains(first) { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || (0x09...0x0D).contains(last) { bytes.removeLast() }
        return String(Substring(bytes))
    }

    /// Whether no field is at its instruction, which is not shown.
    private var isShown: Bool { fields.allSatisfy { $0 } }

    /// Adds text to a paragraph, unless it is hidden.
    private mutating func show(_ string: String, in text: inout WordParagraphText, _ properties: WordRunProperties) {
        let style = styles.runStyle(properties.style)
        guard !string.isEmpty, isShown else { return }
        guard !(properties.isHidden ?? style.map(\.isHidden) ?? false), !isHidden(properties, text) else { return }
        let isBold = properties.isBold ?? (style?.isBold == true ? true : text.isStyleBold)
        if let state = box {
            // The sign of a checkbox is of any font; its state is what counts.
            if !state.isWritten { text.append(state.isTicked ? "☑" : "☐", isBold: isBold) }
            box?.isWritten = true
            return
        }
        let font = properties.symbolFont ?? style?.symbolFont ?? text.styleFont
        text.append(SymbolFont.readable(string, in: font), isBold: isBold)
    }

    private func isHidden(_ properties: WordRunProperties, _ text: WordParagraphText) -> Bool {
        properties.isHidden == nil && text.isStyleHidden
    }

    // MARK: Fields

    /// Reads a `w:fldChar`: fields show their result, and form fields their state.
    private mutating func readField(
        _ reader: XMLPullReader, into text: inout WordParagraphText, _ properties: WordRunProperties
    ) throws(FormatProblem) {
        switch reader.attribute("fldCharType") {
        case "begin"?:
            let data = reader.children
            while try reader.next(in: data) {
                guard reader.name == "ffData" else { continue }
                try readForm(reader, into: &text, properties)
            }
            fields.append(false)
        case "separate"?: if !fields.isEmpty { fields[fields.count - 1] = true }
        case "end"?: _ = fields.popLast()
        default: break
        }
    }

    private mutating func readForm(
        _ reader: XMLPullReader, into text: inout WordParagraphText, _ properties: WordRunProperties
    ) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "checkBox":
                var isTicked = false
                var usual = false
                var isSaid = false
                let parts = reader.children
                while try reader.next(in: parts) {
                    switch reader.name {
                    case "default": usual = reader.isOn
                    case "checked":
                        isTicked = reader.isOn
                        isSaid = true
                    default: break
                    }
                }
                show((isSaid ? isTicked : usual) ? "☑" : "☐", in: &text, properties)
            case "ddList":
                var entries: [String] = []
                var chosen = 0
                let parts = reader.children
                while try reader.next(in: parts) {
                    switch reader.name {
                    case "listEntry": entries.append(reader.attribute("val") ?? "")
                    case "result": chosen = reader.integer("val") ?? 0
                    default: break
                    }
                }
                if entries.indices.contains(chosen) { show(entries[chosen], in: &text, properties) }
            default: break
            }
        }
    }
}
