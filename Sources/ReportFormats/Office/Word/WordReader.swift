internal import ReportParser

/// Reads DOCX documents: what Word shows of them, all tracked changes accepted.
struct WordReader {
    private let package: OfficePackage
    private let mainPart: String
    private let relationships: [String: OfficePackage.Relationship]
    var styles = WordStyles()
    var numbering = WordNumbering()
    var notes = WordNotes()
    /// The parts of heads and feet, in the order in which sections name them.
    private var margins: [String] = []
    private var flow = OfficeFlow()
    var cells = 0
    /// For each field that is open whether its result is being read.
    var fields: [Bool] = []
    /// Whether the box of the checkbox whose content is being read is ticked, and was written.
    var box: (isTicked: Bool, isWritten: Bool)?
    /// The text of a paragraph whose end was deleted: it goes on in the next one.
    var unfinished: WordParagraphText?

    /// The document in a DOCX file.
    static func read(_ bytes: [UInt8]) throws(FormatProblem) -> Document {
        var reader = try WordReader(OfficePackage(bytes))
        return try reader.document()
    }

    private init(_ package: OfficePackage) throws(FormatProblem) {
        self.package = package
        mainPart = try package.mainPart(orElse: "word/document.xml")
        relationships = try package.relationships(of: mainPart)
        if let reader = try part("styles") { styles = try WordStyles(reader) }
        if let reader = try part("numbering") { numbering = try WordNumbering(reader) }
    }

    private func part(_ kind: String) throws(FormatProblem) -> XMLPullReader? {
        guard let name = relationships.values.first(where: { $0.kind == kind && !$0.isExternal })?.target else {
            return nil
        }
        return try package.reader(of: name, namespaces: WordNames.uris)
    }

    private mutating func document() throws(FormatProblem) -> Document {
        guard let reader = try package.reader(of: mainPart, namespaces: WordNames.uris), try reader.root() else {
            throw FormatProblem(.damaged, "the DOCX document has no \(mainPart), where its text stands")
        }
        let root = reader.children
        while try reader.next(in: root) {
            guard reader.name == "body" else { continue }
            let body = reader.children
            while try reader.next(in: body) {
                var blocks: [OfficeBlock] = []
                try readBlock(reader, into: &blocks)
                for block in blocks { flow.add(block) }
            }
        }
        if let rest = unfinished { flow.add(.paragraph(rest.paragraph)) }
        unfinished = nil
        try addNotes()
        try addMargins()
        let document = flow.finish()
        try package.refuseEmpty(document)
        return document
    }

    private mutating func addNotes() throws(FormatProblem) {
        for (kind, element) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
            guard notes.isUsed(element), let reader = try part(kind), try reader.root() else { continue }
            var texts: [String: [OfficeBlock]] = [:]
            let all = reader.children
            while try reader.next(in: all) {
                guard let id = reader.attribute("id"), notes.isUsed(element, id) else { continue }
                fields = []
                texts[id] = try readBlocks(reader)
            }
            for (id, mark) in notes.used(element) {
                for (index, run) in (texts[id] ?? []).cellRuns.enumerated() {
                    let text = index == 0 && !mark.isEmpty ? "\(mark) \(run.text.drop { $0 == " " })" : run.text
                    flow.add(.paragraph(OfficeParagraph(text: text)))
                }
            }
        }
    }

    private mutating func addMargins() throws(FormatProblem) {
        for name in margins {
            guard let reader = try package.reader(of: name, namespaces: WordNames.uris), try reader.root() else {
                continue
            }
            fields = []
            flow.addFurniture(try readBlocks(reader))
        }
    }

    /// Notes the heads and feet that a section names.
    mutating func add(_ section: WordSection) {
        for id in section.margins {
            guard let part = relationships[id], !part.isExternal, !margins.contains(part.target) else { continue }
            margins.append(part.target)
        }
    }

    // MARK: Blocks

    /// The blocks within the element that the reader stands on.
    mutating func readBlocks(_ reader: XMLPullReader) throws(FormatProblem) -> [OfficeBlock] {
        // A paragraph that goes on outside does not go on in here.
        let outside = unfinished
        unfinished = nil
        var blocks: [OfficeBlock] = []
        let all = reader.children
        while try reader.next(in: all) { try readBlock(reader, into: &blocks) }
        if let rest = unfinished { blocks.append(.paragraph(rest.paragraph)) }
        unfinished = outside
        return blocks
    }

    /// Reads the block that the reader stands on, or those in it.
    mutating func readBlock(_ reader: XMLPullReader, into blocks: inout [OfficeBlock]) throws(FormatProblem) {
        if reader.namespace == WordNames.compatibility, reader.name == "AlternateContent" {
            try readAlternative(reader) { (document, reader) throws(FormatProblem) in
                let before = blocks.count
                let all = reader.children
                while try reader.next(in: all) { try document.readBlock(reader, into: &blocks) }
                return blocks.count > before
            }
            return
        }
        switch WordTag(reader) {
        case .p: try readParagraph(reader, into: &blocks)
        case .tbl:
            let table = try readTable(reader)
            if !table.rows.isEmpty { blocks.append(.table(table)) }
        case .sectPr: add(try WordSection(reader))
        case .sdt:
            try readControl(reader) { (document, reader) throws(FormatProblem) in
                try document.readBlock(reader, into: &blocks)
            }
        case .dropped: break
        case .r, .t:
            // Text that a damaged document holds outside of paragraphs.
            var text = WordParagraphText()
            try readInline(reader, into: &text)
            blocks.append(.paragraph(text.paragraph))
        default:
            let all = reader.children
            while try reader.next(in: all) { try readBlock(reader, into: &blocks) }
        }
    }

    /// Reads the first choice that shows anything, else the fallback: they hold the same text.
    mutating func readAlternative(
        _ reader: XMLPullReader, read: (inout WordReader, XMLPullReader) throws(FormatProblem) -> Bool
    ) throws(FormatProblem) {
        var isDone = false
        let all = reader.children
        while try reader.next(in: all) {
            guard !isDone, reader.name == "Choice" || reader.name == "Fallback" else { continue }
            isDone = try read(&self, reader)
        }
    }

    /// Reads a content control; of a checkbox its state, else what is in it.
    mutating func readControl(
        _ reader: XMLPullReader, read: (inout WordReader, XMLPullReader) throws(FormatProblem) -> Void
    ) throws(FormatProblem) {
        let outer = box
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "sdtPr":
                let properties = reader.children
                while try reader.next(in: properties) {
                    guard reader.name == "checkbox", reader.namespace == WordNames.word2010 else { continue }
                    box = (false, false)
                    let parts = reader.children
                    while try reader.next(in: parts) {
                        if reader.name == "checked" { box = (reader.isOn, false) }
                    }
                }
            case "sdtContent":
                let content = reader.children
                while try reader.next(in: content) { try read(&self, reader) }
            default: break
            }
        }
        box = outer
    }
}

/// The elements of DOCX that are told apart.
enum WordTag: String, CaseIterable {
    case p, r, t, tbl, tr, tc, sdt, sectPr, pPr, rPr, tab, br, cr, sym, drawing, pict, object
    case noBreakHyphen, softHyphen, ptab, fldChar, footnoteReference, endnoteReference, txbxContent
    case trPr, tcPr, tblGrid, textpath
    /// Formulas and drawings hold text of their own.
    case otherText
    /// What is not shown, or what belongs to the program.
    case dropped
    /// What is looked into for what it holds.
    case transparent

    private static let byName: [String: WordTag] = {
        var names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
        for tag in [otherText, dropped, transparent, textpath] { names[tag.rawValue] = nil }
        for name in [
            "del", "moveFrom", "delText", "instrText", "delInstrText", "tblPr", "tblPrEx", "tblGrid", "sdtPr",
            "sdtEndPr", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
            "numberingChange", "commentReference", "annotationRef", "footnoteRef", "endnoteRef", "proofErr",
            "customXmlPr", "smartTagPr", "rubyPr", "rt", "fldData", "ffData",
        ] { names[name] = dropped }
        return names
    }()

    /// The element that the reader stands on.
    init(_ reader: XMLPullReader) {
        switch reader.namespace {
        case WordNames.word?: self = Self.byName[reader.name] ?? .transparent
        case WordNames.math?, WordNames.drawing?: self = reader.name == "t" ? .otherText : .transparent
        case WordNames.vml?: self = reader.name == "textpath" ? .textpath : .transparent
        default: self = .transparent
        }
    }
}
