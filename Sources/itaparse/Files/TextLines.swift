internal import Glibc
internal import ThaiText

/// The texts that a command is given: its operands, or the lines of standard input where there are none.
struct TextLines {
    private let operands: [String]
    /// The first line that was not UTF-8, counted from 1, and how many there were.
    private(set) var brokenLines = (first: 0, count: 0)

    init(_ operands: [String]) { self.operands = operands == ["-"] ? [] : operands }

    /// Gives each text to `body`, and calls `pause` whenever no more of them are at hand: what was found by then
    /// may be read by somebody who waits for it.
    ///
    /// A line ends with a line feed, with or without a carriage return before it. Bytes that are not UTF-8 become
    /// U+FFFD.
    mutating func forEach(_ body: (_ text: [UInt8]) throws -> Void, pause: () throws -> Void) throws {
        guard operands.isEmpty else {
            for operand in operands { try body(Array(operand.utf8)) }
            return try pause()
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var begun: [UInt8] = []
        var line = 0
        while true {
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileProblem.system("standard input", .unreadable, "cannot read it")
            }
            if count == 0 { break }
            var start = 0
            while let end = buffer[start..<count].firstIndex(of: 0x0A) {
                begun += buffer[start..<end]
                line += 1
                try give(&begun, number: line, to: body)
                start = end + 1
            }
            begun += buffer[start..<count]
            try pause()
        }
        if !begun.isEmpty { try give(&begun, number: line + 1, to: body) }
        try pause()
    }

    private mutating func give(
        _ line: inout [UInt8], number: Int, to body: (_ text: [UInt8]) throws -> Void
    ) throws {
        if line.last == 0x0D { line.removeLast() }
        if UTF8Validation.isValid(line) {
            try body(line)
        } else {
            if brokenLines.count == 0 { brokenLines.first = number }
            brokenLines.count += 1
            try body(UTF8Validation.replacingBrokenBytes(line).bytes)
        }
        line.removeAll(keepingCapacity: true)
    }
}
