/// A paragraph while it is being read.
struct OpenDocumentText: Sendable {
    var text = ""
    var isBold = false
    var isHidden = false
    var font: SymbolFont?
    var hasText = false
    var allBold = true
    /// Text boxes that are anchored in the paragraph; they stand behind it.
    var boxes: [OfficeBlock] = []

    /// Adds text of the file: any number of blanks and line ends in it are one space.
    mutating func append(collapsing string: String) {
        var collapsed = ""
        var endsInBlank = text.utf8.last.map { $0 == 0x20 || $0 == 0x0A } ?? true
        for scalar in string.unicodeScalars {
            if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
                if !endsInBlank { collapsed += " " }
                endsInBlank = true
            } else {
                collapsed.unicodeScalars.append(scalar)
                endsInBlank = false
            }
        }
        append(SymbolFont.readable(collapsed, in: font))
    }

    /// Adds text as it is shown.
    mutating func append(_ string: String) {
        guard !isHidden else { return }
        text += string
        guard string.utf8.contains(where: { $0 != 0x20 && $0 != 0x0A }) else { return }
        hasText = true
        if !isBold { allBold = false }
    }
}

extension OpenDocumentReader {
    /// What stands before a paragraph of a list.
    enum Label {
        /// Nothing: the item goes on.
        case continuation
        /// Its number, which may be said in the item.
        case number(Int?)
    }

    /// Reads a `text:p` or `text:h`.
    mutating func readParagraph(
        _ reader: XMLPullReader, label: Label?, into blocks: inout [OfficeBlock]
    ) throws(FormatProblem) {
        let style = styles.style(reader.attribute("style-name"), family: "paragraph")
        var paragraph = OfficeParagraph(indent: style.indent ?? 0)
        var text = OpenDocumentText(isBold: style.isBold ?? false, isHidden: style.isHidden ?? false)
        text.font = style.symbolFont
        let isHeading = reader.name == "h"
        let outline = reader.integer("outline-level") ?? 1
        if isHeading { paragraph.headingLevel = max(1, min(outline, 6)) }
        let restart = reader.integer("start-value")
        let isUnnumbered = reader.attribute("is-list-header") == "true"
        try readInlines(reader, into: &text)
        var number = ""
        switch label {
        case .number(let start)?:
            paragraph.listLevel = max(0, (lists.open?.level ?? 1) - 1)
            let levels = (lists.open?.style ?? style.list).flatMap { styles.lists[$0] }
            if let levels, !(isHeading && isUnnumbered) {
                number = lists.next(in: levels, start: start)
                if style.indent == nil { paragraph.indent = levels[lists.open?.level ?? 1]?.indent ?? 0 }
            }
        case nil where isHeading && !isUnnumbered:
            number = lists.nextHeading(outline, in: styles.outline, start: restart)
        default: break
        }
        if style.breaksPage == true { blocks.append(.pageBreak) }
        paragraph.text = number + text.text
        paragraph.isBold = text.hasText && text.allBold
        blocks.append(.paragraph(paragraph))
        blocks += text.boxes
    }

    /// The text of the paragraph that the reader stands on, without its boxes.
    mutating func plainText(_ reader: XMLPullReader) throws(FormatProblem) -> String {
        var text = OpenDocumentText()
        try readInlines(reader, into: &text)
        return text.text
    }

    private mutating func readInlines(_ reader: XMLPullReader, into text: inout OpenDocumentText) throws(FormatProblem)
    {
        let all = reader.children
        while let node = try reader.nextNode(in: all) {
            switch node {
            case .text: show(reader.value, in: &text)
            case .element: try readInline(reader, into: &text)
            }
        }
    }

    private mutating func show(_ string: String, in text: inout OpenDocumentText) {
        guard let state = box else {
            text.append(collapsing: string)
            return
        }
        if !state.isWritten { text.append(state.isTicked ? "☑" : "☐") }
        box?.isWritten = true
    }

    /// Reads what the reader stands on, which is part of a paragraph.
    mutating func readInline(_ reader: XMLPullReader, into text: inout OpenDocumentText) throws(FormatProblem) {
        switch reader.name {
        case "span":
            let style = styles.style(reader.attribute("style-name"), family: "text")
            let outer = (text.isBold, text.isHidden, text.font)
            text.isBold = style.isBold ?? text.isBold
            text.isHidden = style.isHidden ?? text.isHidden
            text.font = style.symbolFont ?? text.font
            try readInlines(reader, into: &text)
            (text.isBold, text.isHidden, text.font) = outer
        case "s":
            // More blanks than these say no more, and a number is sooner written than its blanks.
            text.append(String(repeating: " ", count: max(1, min(reader.integer("c") ?? 1, 8))))
        case "tab": text.append(" ")
        case "line-break": text.append("\n")
        case "note": try readNote(reader, into: &text)
        case "p", "h", "list", "table":
            // Within a paragraph these stand in a text box or a shape.
            let list = lists.suspend()
            try readBlock(reader, into: &text.boxes)
            lists.resume(list)
        case "control":
            if let id = reader.attribute("control"), let state = checkboxes[id] { text.append(state ? "☑" : "☐") }
        case "content-control":
            let outer = box
            if reader.attribute("checkbox") == "true" { box = (reader.attribute("checked") == "true", false) }
            try readInlines(reader, into: &text)
            box = outer
        case "fieldmark", "fieldmark-start": try readFieldMark(reader, into: &text)
        case "title", "desc":
            // Those of a picture are not shown, the title of the document is where a field asks for it.
            if reader.namespace == nil { try readInlines(reader, into: &text) }
        case "annotation", "annotation-end", "ruby-text", "number", "script", "tracked-changes", "event-listeners",
            "hidden-text", "note-class":
            break
        case "hidden-paragraph": break
        default: try readInlines(reader, into: &text)
        }
    }

    private mutating func readNote(_ reader: XMLPullReader, into text: inout OpenDocumentText) throws(FormatProblem) {
        var mark = ""
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "note-citation":
                let citation = try plainText(reader)
                mark = Int(citation).map { WordNotes.mark($0) } ?? citation
                text.append(mark)
            case "note-body":
                for (index, run) in try readBlocks(reader).cellRuns.enumerated() {
                    notes.append(.paragraph(OfficeParagraph(text: index == 0 ? "\(mark) \(run.text)" : run.text)))
                }
            default: break
            }
        }
    }

    /// A form field that came from Word: its parameters say whether a box is ticked.
    private mutating func readFieldMark(
        _ reader: XMLPullReader, into text: inout OpenDocumentText
    ) throws(FormatProblem) {
        let isCheckbox = reader.attribute("type")?.hasSuffix("FORMCHECKBOX") == true
        var isTicked = false
        let all = reader.children
        while try reader.next(in: all) {
            if reader.name == "param", reader.attribute("name") == "Checkbox_Checked" {
                isTicked = reader.attribute("value") == "true"
            }
        }
        if isCheckbox { text.append(isTicked ? "☑" : "☐") }
    }
}
