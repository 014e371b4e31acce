internal import ReportParser
internal import ThaiText

/// Reads web pages: the report, and the navigation, scripts, notices and feet around it.
///
/// - What a reader of the page sees becomes lines and tables, as the browser shows it: with the numbers of lists, the
///   ticks of boxes, the values of form fields.
/// - What belongs to the site, and what the page holds but does not show, becomes furniture.
/// - Scripts, styles and comments are code and no text: they are left out.
struct PageReader {
    let tree: HTMLTree
    let regions: PageRegions
    var builder = DocumentBuilder()
    var flow = TextFlow()
    /// Texts that are no part of what is being read, kept until it ends.
    private var asides: [[UInt8]] = []

    /// The document that stands in a page, in any encoding that ``DecodedText`` tells.
    static func read(_ bytes: [UInt8]) throws(FormatProblem) -> Document {
        let decoded = try PageText.decode(bytes)
        let markup = CleanMarkup(decoded.bytes)
        var reader = PageReader(try HTMLParser.parse(markup.bytes))
        reader.builder.encoding = decoded.encoding
        reader.readTitle()
        reader.walk(0..<reader.tree.nodes.count, in: .page)
        reader.endLine()
        if markup.nulBytes > 0 { reader.builder.add(.nulBytes, count: markup.nulBytes) }
        if markup.hasUnclosedPart { reader.builder.add(.unclosedMarkup) }
        if decoded.replacements > 0 { reader.builder.add(.undecodableBytes, count: decoded.replacements) }
        return reader.builder.finish()
    }

    private init(_ tree: HTMLTree) {
        self.tree = tree
        regions = PageRegions(tree)
    }

    /// The page's title stands over its window: it is a line of the report only where the page has no heading.
    private mutating func readTitle() {
        let isHead = tree.nodes.isEmpty || regions.headings(in: 0) == 0
        for index in tree.nodes.indices where tree.element(index) == .title {
            collect(index)
            flow.isFurniture = !isHead
            for text in asides { flow.append(text, 0..<text.count) }
            asides = []
            endLine()
        }
        flow.isFurniture = false
    }

    // MARK: Lines

    /// Ends a line outside tables.
    mutating func endLine() {
        defer { endAsides() }
        let line = flow.takeLine()
        guard !line.text.isEmpty else { return }
        let text = String(decoding: line.text, as: UTF8.self)
        if line.isFurniture || Landmarks.isTrail(text) {
            builder.beginFurniture()
        } else {
            builder.beginLine(
                headingLevel: line.headingLevel, isBold: line.isBold, indent: line.indent, blanksBefore: 1)
        }
        builder.append(text, joint: line.isItem ? .item : .none)
    }

    /// Gives what was kept to the furniture.
    mutating func endAsides() {
        for text in asides {
            builder.beginFurniture()
            builder.append(String(decoding: text, as: UTF8.self))
        }
        asides = []
    }

    /// Keeps the text of an element for the furniture.
    mutating func collect(_ index: Int) {
        var text = TextFlow()
        var place = index
        while place < tree.end(of: index) {
            if tree.element(place) == .text {
                text.append(tree.text, tree.bytes(of: place))
            } else if tree.element(place) == .input || tree.element(place) == .img {
                text.appendSpace()
                text.append(words(ofControl: place) ?? "")
                text.appendSpace()
            } else if tree.element(place).isBlock || tree.element(place) == .br || tree.element(place) == .option {
                text.appendSpace()
            }
            place += 1
        }
        collect(text.takeLine().text)
    }

    mutating func collect(_ text: [UInt8]) {
        if !text.isEmpty { asides.append(text) }
    }
}
