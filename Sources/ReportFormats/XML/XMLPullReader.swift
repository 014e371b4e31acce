internal import CXML
internal import Glibc

/// Reads an XML part of a file element by element, without ever holding its tree.
///
/// No entity but the five of XML itself is expanded, nothing outside the part is ever opened, and a part that declares
/// a document type is refused: no office program writes one.
///
/// ```swift
/// let body = reader.children
/// while try reader.next(in: body) {
///     if reader.name == "row" { … }      // what is not read is gone past
/// }
/// ```
final class XMLPullReader {
    /// The elements within an element; see ``XMLPullReader/children``.
    struct Scope {
        fileprivate let depth: Int32
    }

    enum Node {
        case element
        case text
    }

    /// Elements nested deeper are made to exhaust the stack: a table in a cell costs a document three levels, and no
    /// office program nests ten of them.
    static let deepest: Int32 = 160

    private let handle: xmlTextReaderPtr
    private let storage: UnsafeMutableRawBufferPointer
    /// The name of the part, for messages.
    let part: String
    private var numbers: [UnsafeRawPointer: Int] = [:]
    private let known: [String: Int]

    private static let library: Void = xmlInitParser()

    /// A reader of `bytes`, which stands before the root element.
    ///
    /// - Parameters:
    ///   - bytes: the XML, in any encoding that it declares.
    ///   - part: its name in messages.
    ///   - namespaces: the URIs to be told apart, each with its number; several may share one.
    /// - Throws: ``FormatProblem`` where there is nothing to read.
    init(_ bytes: [UInt8], part: String, namespaces: [String: Int] = [:]) throws(FormatProblem) {
        _ = Self.library
        self.part = part
        known = namespaces
        guard bytes.count < Int(Int32.max) else { throw FormatProblem(.tooLarge, "\(part) is larger than 2 GiB") }
        // libxml2 reads from this copy until the reader is gone.
        storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        storage.copyBytes(from: bytes)
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue
        let start = storage.assumingMemoryBound(to: CChar.self).baseAddress
        guard let handle = xmlReaderForMemory(start, Int32(bytes.count), nil, nil, Int32(options)) else {
            storage.deallocate()
            throw FormatProblem(.damaged, "\(part) is empty")
        }
        self.handle = handle
        // Without a handler of its own libxml2 prints to standard error.
        xmlTextReaderSetStructuredErrorHandler(handle, { _, _ in }, nil)
    }

    deinit {
        xmlFreeTextReader(handle)
        storage.deallocate()
    }

    // MARK: Walking

    /// Goes to the root element; `false` where there is none.
    func root() throws(FormatProblem) -> Bool {
        while try advance() {
            if kind == XML_READER_TYPE_ELEMENT { return true }
        }
        return false
    }

    /// What is within the element that the reader stands on.
    var children: Scope {
        Scope(depth: xmlTextReaderIsEmptyElement(handle) == 1 ? -1 : xmlTextReaderDepth(handle))
    }

    /// Goes to the next element right within `scope`; `false` at its end.
    ///
    /// What was not read of the element before is gone past.
    func next(in scope: Scope) throws(FormatProblem) -> Bool {
        guard scope.depth >= 0 else { return false }
        while try advance() {
            let depth = xmlTextReaderDepth(handle)
            if depth == scope.depth { return false }
            if depth == scope.depth + 1, kind == XML_READER_TYPE_ELEMENT { return true }
        }
        return false
    }

    /// Goes to the next element or text right within `scope`; `nil` at its end.
    func nextNode(in scope: Scope) throws(FormatProblem) -> Node? {
        guard scope.depth >= 0 else { return nil }
        while try advance() {
            let depth = xmlTextReaderDepth(handle)
            if depth == scope.depth { return nil }
            guard depth == scope.depth + 1 else { continue }
            if kind == XML_READER_TYPE_ELEMENT { return .element }
            if isText { return .text }
        }
        return nil
    }

    /// All text within the element that the reader stands on, as it stands.
    func text() throws(FormatProblem) -> String {
        let scope = children
        guard scope.depth >= 0 else { return "" }
        var text = ""
        while try advance(), xmlTextReaderDepth(handle) > scope.depth {
            if isText { text += value }
        }
        return text
    }

    private var kind: xmlReaderTypes {
        xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(handle)))
    }

    private var isText: Bool {
        switch kind {
        case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
            XML_READER_TYPE_WHITESPACE:
            true
        default: false
        }
    }

    private func advance() throws(FormatProblem) -> Bool {
        switch xmlTextReaderRead(handle) {
        case 1: break
        case 0: return false
        default: throw damaged()
        }
        switch kind {
        case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE:
            throw FormatProblem(
                .damaged,
                "\(part) declares entities or a document type, which are never expanded: no program writes them")
        case XML_READER_TYPE_ELEMENT:
            guard xmlTextReaderDepth(handle) < Self.deepest else {
                throw FormatProblem(
                    .damaged, "\(part), line \(line): elements are nested deeper than \(Self.deepest) levels")
            }
        default: break
        }
        return true
    }

    // MARK: What the reader stands on

    /// The name of the element without its prefix.
    var name: String { Self.string(xmlTextReaderConstLocalName(handle)) }

    /// The number of the element's namespace, as ``init(_:part:namespaces:)`` was told; `nil` for others.
    var namespace: Int? {
        guard let address = xmlTextReaderConstNamespaceUri(handle) else { return nil }
        // libxml2 keeps one copy of each URI as long as the reader lives: the address tells them apart.
        let key = UnsafeRawPointer(address)
        if let number = numbers[key] { return number >= 0 ? number : nil }
        let number = known[String(cString: address)] ?? -1
        numbers[key] = number
        return number >= 0 ? number : nil
    }

    /// The text that the reader stands on.
    var value: String { Self.string(xmlTextReaderConstValue(handle)) }

    /// The line of the part that the reader has come to, counted from 1.
    var line: Int { Int(xmlTextReaderGetParserLineNumber(handle)) }

    /// The value of the attribute of this name, whatever its prefix.
    func attribute(_ name: StaticString) -> String? {
        guard xmlTextReaderMoveToFirstAttribute(handle) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(handle) }
        repeat {
            guard let own = xmlTextReaderConstLocalName(handle) else { continue }
            guard strlen(own) == name.utf8CodeUnitCount, memcmp(own, name.utf8Start, name.utf8CodeUnitCount) == 0
            else { continue }
            // A declaration of a namespace is no attribute.
            if xmlTextReaderIsNamespaceDecl(handle) == 1 { continue }
            return value
        } while xmlTextReaderMoveToNextAttribute(handle) == 1
        return nil
    }

    /// No count or index of a document reaches this; what does is brought down to it, so that sums cannot overflow.
    private static let highestInteger = 2_000_000_000

    /// The whole number that an attribute holds, at most two thousand million on either side of 0.
    func integer(_ name: StaticString) -> Int? {
        guard let text = attribute(name), let number = Int(text) else { return nil }
        return max(-Self.highestInteger, min(number, Self.highestInteger))
    }

    private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
        guard let bytes else { return "" }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: strlen(bytes)), as: UTF8.self)
    }

    private func damaged() -> FormatProblem {
        guard let error = xmlGetLastError(), let message = error.pointee.message else {
            return FormatProblem(.damaged, "\(part) is not well-formed XML")
        }
        var text = String(cString: message)
        while text.last?.isWhitespace == true { text.removeLast() }
        if error.pointee.code == XML_ERR_ENTITY_LOOP.rawValue {
            return FormatProblem(.tooLarge, "\(part), line \(error.pointee.line): its entities expand without end")
        }
        return FormatProblem(.damaged, "\(part), line \(error.pointee.line): \(text)")
    }
}
