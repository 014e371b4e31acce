internal import CXML

/// Reads markup into a tree by libxml2, which knows where elements without end tags end.
///
/// Its events are taken and not its tree: that one may nest no deeper than 256, and takes 30 times the memory.
struct HTMLParser {
    /// Deeper than any page nests; the time of libxml2 grows with it.
    static let deepest = 2048
    /// More elements and texts than any page has: a table of 100,000 rows has a million.
    static let mostNodes = 4_000_000
    /// So many open elements may be looked through for one that a tag ends; beyond, the time grows with the square of the
    /// page.
    static let mostSearches = 200_000_000

    /// Called once: libxml2's own tables are not safe to make by two threads.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// The elements and texts of cleaned markup.
    static func parse(_ markup: [UInt8]) throws(FormatProblem) -> HTMLTree {
        guard isReady, !markup.isEmpty else { return HTMLTree() }
        let state = ParserState()
        var handler = xmlSAXHandler()
        handler.startElement = { context, name, attributes in
            guard let name else { return }
            ParserState.of(context)?.begin(name, attributes)
        }
        handler.endElement = { context, _ in ParserState.of(context)?.end() }
        handler.characters = { context, text, count in ParserState.of(context)?.append(text, count) }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        // Without this one the problems of a page would be written to standard error.
        handler.serror = { context, _ in ParserState.of(context)?.noteProblem() }
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        markup.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { buffer in
                guard let parser = htmlCreateMemoryParserCtxt(buffer.baseAddress, Int32(buffer.count)) else {
                    state.problem = FormatProblem(.damaged, "libxml2 cannot read this page")
                    return
                }
                defer { htmlFreeParserCtxt(parser) }
                htmlCtxtUseOptions(
                    parser,
                    Int32(
                        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
                            | HTML_PARSE_COMPACT.rawValue))
                xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
                parser.pointee.sax.pointee = handler
                parser.pointee.userData = Unmanaged.passUnretained(state).toOpaque()
                state.parser = parser
                htmlParseDocument(parser)
            }
        }
        if let problem = state.problem { throw problem }
        state.tree.endAll()
        return state.tree
    }
}

/// What libxml2's events add to.
private final class ParserState {
    var tree = HTMLTree()
    var problem: FormatProblem?
    var parser: htmlParserCtxtPtr?
    /// The elements that libxml2 holds open, some of which have ended in the tree.
    private var open: [Int] = []
    private var searches = 0

    /// The state behind the pointer that libxml2 hands on.
    static func of(_ context: UnsafeMutableRawPointer?) -> ParserState? {
        context.map { Unmanaged<ParserState>.fromOpaque($0).takeUnretainedValue() }
    }

    func begin(_ name: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard problem == nil else { return }
        guard tree.depth < HTMLParser.deepest else {
            return stop(FormatProblem(.tooLarge, "the page nests its elements \(HTMLParser.deepest) deep \(place)"))
        }
        guard tree.nodes.count < HTMLParser.mostNodes else {
            return stop(FormatProblem(.tooLarge, "the page has more than \(HTMLParser.mostNodes) elements"))
        }
        var attributes: [(name: HTMLTree.Attribute, value: String)] = []
        var index = 0
        while let list, let key = list[index] {
            if let name = HTMLTree.Attribute(rawValue: String(cString: key)) {
                attributes.append((name, list[index + 1].map { String(cString: $0) } ?? ""))
            }
            index += 2
        }
        let element = HTMLElement(named: String(cString: name))
        search(tree.endBefore(element))
        open.append(tree.nodes.count)
        tree.begin(element, attributes: attributes)
    }

    func end() {
        guard let last = open.popLast() else { return }
        tree.end(last)
    }

    func append(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard problem == nil, let text, count > 0 else { return }
        tree.append(UnsafeBufferPointer(start: text, count: Int(count)))
    }

    /// An end tag that ends nothing made libxml2 look through all open elements.
    func noteProblem() { search(open.count) }

    private func search(_ count: Int) {
        searches += count
        guard searches > HTMLParser.mostSearches, problem == nil else { return }
        stop(
            FormatProblem(
                .damaged, "the page has too many elements without an end, and ends without an element \(place)"))
    }

    private var place: String {
        guard let input = parser?.pointee.input else { return "" }
        return "(line \(input.pointee.line))"
    }

    private func stop(_ problem: FormatProblem) {
        self.problem = problem
        if let parser { xmlStopParser(parser) }
    }
}
