internal import ThaiText

/// A document as plain bytes, to be handed from one process of a program to another of the same build.
///
/// The flat tables go as they lie in memory: no other build may read them, and each begins with its own name.
extension Document {
    private static let signature = Array("itaparse document \(ReportParser.version)\n".utf8)

    /// The document as bytes.
    public func encoded() -> [UInt8] {
        var encoder = ByteEncoder(bytes: Self.signature)
        encoder.put(repair?.source ?? text)
        encoder.put(repair == nil ? [] : text)
        encoder.put(repair?.encodedChanges ?? [])
        encoder.put([repair == nil ? 0 : 1, pages == nil ? 0 : 1, pageCount ?? -1])
        encoder.put(encoding.map { Array($0.rawValue.utf8) } ?? [])
        encoder.put(blocks)
        encoder.put(rows)
        encoder.put(cells)
        encoder.put(pieces)
        encoder.put(markup)
        encoder.put(problems)
        encoder.put(pages?.entries ?? [])
        return encoder.bytes
    }

    /// The document that ``encoded()`` gave; `nil` where the bytes are of another build, or cut off.
    public init?(encoded bytes: [UInt8]) {
        guard bytes.starts(with: Self.signature) else { return nil }
        var decoder = ByteDecoder(bytes: bytes, position: Self.signature.count)
        guard let source: [UInt8] = decoder.take(), let text: [UInt8] = decoder.take(),
            let changes: [Int] = decoder.take(), let facts: [Int] = decoder.take(), facts.count == 3,
            let encoding: [UInt8] = decoder.take(), let blocks: [Block] = decoder.take(),
            let rows: [Row] = decoder.take(), let cells: [Cell] = decoder.take(),
            let pieces: [Piece] = decoder.take(), let markup: [SourceSpan] = decoder.take(),
            let problems: [ReadProblem] = decoder.take(), let entries: [PageMap.Entry] = decoder.take()
        else { return nil }
        if facts[0] == 1 {
            guard let repaired = RepairedText(source: source, bytes: text, encodedChanges: changes) else { return nil }
            self.init(repaired)
        } else {
            self.init(text: source)
        }
        self.encoding = DecodedText.Encoding(rawValue: String(decoding: encoding, as: UTF8.self))
        self.blocks = blocks
        self.rows = rows
        self.cells = cells
        self.pieces = pieces
        self.markup = markup
        self.problems = problems
        pages = facts[1] == 1 ? PageMap(entries: entries) : nil
        pageCount = facts[2] < 0 ? nil : facts[2]
    }
}

private struct ByteEncoder {
    var bytes: [UInt8]

    mutating func put<Element: BitwiseCopyable>(_ array: [Element]) {
        withUnsafeBytes(of: UInt64(array.count)) { bytes.append(contentsOf: $0) }
        array.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
}

private struct ByteDecoder {
    let bytes: [UInt8]
    var position: Int

    mutating func take<Element: BitwiseCopyable>() -> [Element]? {
        guard bytes.count - position >= 8 else { return nil }
        let count = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
        let stride = MemoryLayout<Element>.stride
        position += 8
        guard count <= UInt64((bytes.count - position) / stride) else { return nil }
        let length = Int(count) * stride
        defer { position += length }
        return [Element](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
            bytes.withUnsafeBytes { source in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[position..<position + length]))
            }
            filled = Int(count)
        }
    }
}
