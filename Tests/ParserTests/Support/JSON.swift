/// A value of JSON, read strictly: RFC 8259 and nothing else, no key twice in an object, no empty text.
indirect enum StrictJSON {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([StrictJSON])
    case object([(key: String, value: StrictJSON)])

    /// Where a text stops being JSON.
    struct Failure: Error, CustomStringConvertible {
        var offset: Int
        var reason: String
        var description: String { "byte \(offset): \(reason)" }
    }

    /// The value that stands in a whole text.
    init(_ bytes: [UInt8]) throws(Failure) {
        var reader = Reader(bytes: bytes)
        self = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.failure("text behind the value") }
    }

    /// The value under a key of an object.
    subscript(key: String) -> StrictJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var elements: [StrictJSON] {
        switch self {
        case .array(let elements): elements
        case .object(let members): members.map(\.value)
        default: []
        }
    }

    var number: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text)
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

        func failure(_ reason: String) -> Failure {
            let around = bytes[max(0, position - 40)..<min(bytes.count, position + 20)]
            return Failure(offset: position, reason: "\(reason) near \(String(decoding: around, as: UTF8.self))")
        }

        mutating func skipBlanks() {
            while let next = byte, next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D { position += 1 }
        }

        mutating func value(depth: Int) throws(Failure) -> StrictJSON {
            guard depth < 200 else { throw failure("too deep") }
            skipBlanks()
            guard let first = byte else { throw failure("no value") }
            switch first {
            case 0x7B: return try object(depth: depth)
            case 0x5B: return try array(depth: depth)
            case 0x22: return .string(try string())
            case 0x74: return try word("true", .bool(true))
            case 0x66: return try word("false", .bool(false))
            case 0x6E: return try word("null", .null)
            default: return .number(try number())
            }
        }

        private mutating func word(_ word: String, _ value: StrictJSON) throws(Failure) -> StrictJSON {
            guard bytes[position...].starts(with: word.utf8) else { throw failure("no value") }
            position += word.utf8.count
            return value
        }

        private mutating func object(depth: Int) throws(Failure) -> StrictJSON {
            position += 1
            var members: [(key: String, value: StrictJSON)] = []
            var keys: Set<String> = []
            skipBlanks()
            if byte == 0x7D {
                position += 1
                return .object([])
            }
            while true {
                skipBlanks()
                guard byte == 0x22 else { throw failure("no key") }
                let key = try string(mayBeEmpty: true)
                guard keys.insert(key).inserted else { throw failure("key \(key) twice") }
                skipBlanks()
                guard byte == 0x3A else { throw failure("no colon") }
                position += 1
                members.append((key, try value(depth: depth + 1)))
                guard try goesOn(until: 0x7D) else { return .object(members) }
            }
        }

        private mutating func array(depth: Int) throws(Failure) -> StrictJSON {
            position += 1
            var elements: [StrictJSON] = []
            skipBlanks()
            if byte == 0x5D {
                position += 1
                return .array([])
            }
            while true {
                elements.append(try value(depth: depth + 1))
                guard try goesOn(until: 0x5D) else { return .array(elements) }
            }
        }

        private mutating func goesOn(until end: UInt8) throws(Failure) -> Bool {
            skipBlanks()
            guard let next = byte, next == 0x2C || next == end else { throw failure("no comma and no end") }
            position += 1
            return next == 0x2C
        }

        private mutating func number() throws(Failure) -> String {
            let start = position
            if byte == 0x2D { position += 1 }
            if byte == 0x30 { position += 1 } else { try digits() }
            if byte == 0x2E {
                position += 1
                try digits()
            }
            if byte == 0x65 || byte == 0x45 {
                position += 1
                if byte == 0x2B || byte == 0x2D { position += 1 }
                try digits()
            }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }

        private mutating func digits() throws(Failure) {
            let start = position
            while let next = byte, (0x30...0x39).contains(next) { position += 1 }
            guard position > start else { throw failure("no digit") }
        }

        /// A string; a report has `null` for what is not there, never an empty one.
        private mutating func string(mayBeEmpty: Bool = false) throws(Failure) -> String {
            position += 1
            var text: [UInt8] = []
            while let next = byte, next != 0x22 {
                guard next >= 0x20 else { throw failure("control character") }
                position += 1
                if next == 0x5C { try escape(&text) } else { text.append(next) }
            }
            guard byte == 0x22 else { throw failure("string without an end") }
            guard mayBeEmpty || !text.isEmpty else { throw failure("empty string") }
            guard let string = String(validating: text, as: UTF8.self) else { throw failure("broken UTF-8") }
            position += 1
            return string
        }

        private mutating func escape(_ text: inout [UInt8]) throws(Failure) {
            guard let sign = byte else { throw failure("backslash at the end") }
            position += 1
            switch sign {
            case 0x22, 0x5C, 0x2F: text.append(sign)
            case 0x62: text.append(0x08)
            case 0x66: text.append(0x0C)
            case 0x6E: text.append(0x0A)
            case 0x72: text.append(0x0D)
            case 0x74: text.append(0x09)
            case 0x75:
                let figures = String(decoding: bytes[position..<min(bytes.count, position + 4)], as: UTF8.self)
                // The writer escapes control characters only, so that halves of a pair cannot stand here.
                guard figures.count == 4, let value = UInt32(figures, radix: 16), let scalar = Unicode.Scalar(value)
                else {
                    throw failure("escape")
                }
                text += Array(String(scalar).utf8)
                position += 4
            default: throw failure("escape")
            }
        }
    }
}
