internal import ReportParser

/// Reads ODT documents and ODS workbooks as they are shown, all tracked changes accepted.
struct OpenDocumentReader {
    /// Names of SVG are those of pictures, which name nothing that is shown.
    private static let namespaces = ["urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": 1]

    private let package: OfficePackage
    var styles = OpenDocumentStyles()
    var lists = OpenDocumentLists()
    var cells = 0
    /// The states of the form's checkboxes by their ids.
    var checkboxes: [String: Bool] = [:]
    /// Notes in the order of the text.
    var notes: [OfficeBlock] = []
    /// What is shown instead of the text within a checkbox, and whether it was written.
    var box: (isTicked: Bool, isWritten: Bool)?
    private var flow = OfficeFlow()
    private var margins: [[OfficeBlock]] = []

    /// The document in an ODT or ODS file.
    static func read(_ bytes: [UInt8]) throws(FormatProblem) -> Document {
        var reader = OpenDocumentReader(package: try OfficePackage(bytes))
        return try reader.document()
    }

    private init(package: OfficePackage) { self.package = package }

    private mutating func document() throws(FormatProblem) -> Document {
        try refuseEncrypted()
        if let reader = try package.reader(of: "styles.xml", namespaces: Self.namespaces), try reader.root() {
            try readPart(reader)
        }
        guard let reader = try package.reader(of: "content.xml", namespaces: Self.namespaces), try reader.root() else {
            throw FormatProblem(.damaged, "the OpenDocument file has no content.xml, where its text stands")
        }
        try readPart(reader)
        for note in notes { flow.add(note) }
        for blocks in margins { flow.addFurniture(blocks) }
        let document = flow.finish()
        try package.refuseEmpty(document)
        return document
    }

    private func refuseEncrypted() throws(FormatProblem) {
        guard let reader = try package.reader(of: "META-INF/manifest.xml"), try reader.root() else { return }
        let all = reader.children
        while try reader.next(in: all) {
            let parts = reader.children
            while try reader.next(in: parts) {
                guard reader.name == "encryption-data" else { continue }
                throw FormatProblem(.encrypted, "the document is encrypted: it opens with a password only")
            }
        }
    }

    private mutating func readPart(_ reader: XMLPullReader) throws(FormatProblem) {
        let root = reader.children
        while try reader.next(in: root) {
            switch reader.name {
            case "styles", "automatic-styles": try styles.read(reader)
            case "master-styles": try readMargins(reader)
            case "body":
                let body = reader.children
                while try reader.next(in: body) {
                    let parts = reader.children
                    if reader.name == "spreadsheet" {
                        while try reader.next(in: parts) { try readSheet(reader) }
                    } else {
                        while try reader.next(in: parts) {
                            var blocks: [OfficeBlock] = []
                            try readBlock(reader, into: &blocks)
                            for block in blocks { flow.add(block) }
                        }
                    }
                }
            default: break
            }
        }
    }

    private mutating func readMargins(_ reader: XMLPullReader) throws(FormatProblem) {
        let pages = reader.children
        while try reader.next(in: pages) {
            let parts = reader.children
            while try reader.next(in: parts) {
                guard reader.name.hasPrefix("header") || reader.name.hasPrefix("footer"),
                    reader.attribute("display") != "false"
                else { continue }
                margins.append(try readBlocks(reader))
            }
        }
    }

    private mutating func readSheet(_ reader: XMLPullReader) throws(FormatProblem) {
        guard reader.name == "table" else { return }
        let style = styles.style(reader.attribute("style-name"), family: "table")
        guard !style.hidesTable, let sheet = try readSheetTable(reader) else { return }
        flow.add(sheet)
    }

    // MARK: Blocks

    /// The blocks within the element that the reader stands on.
    mutating func readBlocks(_ reader: XMLPullReader) throws(FormatProblem) -> [OfficeBlock] {
        var blocks: [OfficeBlock] = []
        let list = lists.suspend()
        let all = reader.children
        while try reader.next(in: all) { try readBlock(reader, into: &blocks) }
        lists.resume(list)
        return blocks
    }

    /// Reads the block that the reader stands on, or those in it.
    mutating func readBlock(_ reader: XMLPullReader, into blocks: inout [OfficeBlock]) throws(FormatProblem) {
        switch reader.name {
        case "p", "h": try readParagraph(reader, label: nil, into: &blocks)
        case "list": try readList(reader, into: &blocks)
        case "table":
            let table = try readTable(reader)
            if !table.rows.isEmpty { blocks.append(.table(table)) }
        case "forms": try readForms(reader)
        case "section":
            let style = styles.style(reader.attribute("style-name"), family: "section")
            guard reader.attribute("display") != "none", !style.hidesTable else { return }
            try readInner(reader, into: &blocks)
        case "frame", "custom-shape", "rect", "ellipse", "g", "control":
            var text = OpenDocumentText()
            try readInline(reader, into: &text)
            blocks += text.boxes
        case "tracked-changes", "annotation", "annotation-end", "title", "desc", "index-source",
            "table-of-content-source", "sequence-decls", "variable-decls", "user-field-decls", "calculation-settings",
            "text-properties", "dde-connection-decls":
            break
        default: try readInner(reader, into: &blocks)
        }
    }

    private mutating func readInner(_ reader: XMLPullReader, into blocks: inout [OfficeBlock]) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) { try readBlock(reader, into: &blocks) }
    }

    private mutating func readList(_ reader: XMLPullReader, into blocks: inout [OfficeBlock]) throws(FormatProblem) {
        let outer = lists.begin(reader)
        let items = reader.children
        while try reader.next(in: items) {
            let isHeader = reader.name == "list-header"
            let start = reader.integer("start-value")
            var isNumbered = isHeader
            let parts = reader.children
            while try reader.next(in: parts) {
                switch reader.name {
                case "p", "h":
                    try readParagraph(reader, label: isNumbered ? .continuation : .number(start), into: &blocks)
                    isNumbered = true
                // The number that a program has written down is counted here.
                case "number": break
                default: try readBlock(reader, into: &blocks)
                }
            }
        }
        lists.end(outer)
    }

    private mutating func readForms(_ reader: XMLPullReader) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            if reader.name == "checkbox", let id = reader.attribute("id") {
                let state = reader.attribute("current-state") ?? reader.attribute("state")
                checkboxes[id] = state == "checked"
            } else {
                try readForms(reader)
            }
        }
    }
}
