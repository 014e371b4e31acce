public import ThaiText

/// Members of objects: a key and its value in one call.
extension JSONWriter {
    /// Writes a key and opens an object for its value.
    @inline(__always)
    public mutating func beginObject(_ name: StaticString) {
        key(name)
        beginObject()
    }

    /// Writes a key and opens an array for its value.
    @inline(__always)
    public mutating func beginArray(_ name: StaticString) {
        key(name)
        beginArray()
    }

    /// Writes a key and a string of the program's own, which needs no escapes.
    @inline(__always)
    public mutating func string(_ name: StaticString, _ value: StaticString) {
        key(name)
        string(value)
    }

    /// Writes a key and a string, or `null`.
    @inline(__always)
    public mutating func string(_ name: StaticString, _ value: String?) {
        key(name)
        string(value)
    }

    /// Writes a key and a word of the schema, which needs no escapes, or `null`.
    @inline(__always)
    public mutating func word(_ name: StaticString, _ value: String?) {
        key(name)
        word(value)
    }

    /// Writes a key and a string of valid UTF-8.
    @inline(__always)
    public mutating func string(_ name: StaticString, bytes: [UInt8]) {
        key(name)
        string(bytes: bytes)
    }

    /// Writes a key and a whole number, or `null`.
    @inline(__always)
    public mutating func int(_ name: StaticString, _ value: Int?) {
        guard let value else { return null(name) }
        key(name)
        int(value)
    }

    /// Writes a key and `true` or `false`.
    @inline(__always)
    public mutating func bool(_ name: StaticString, _ value: Bool) {
        key(name)
        bool(value)
    }

    /// Writes a key and a decimal exactly as it is, or `null`.
    @inline(__always)
    public mutating func decimal(_ name: StaticString, _ value: ExactDecimal?) {
        key(name)
        decimal(value)
    }

    /// Writes a key and a number from 0 to 1 with at most two decimals.
    @inline(__always)
    public mutating func share(_ name: StaticString, _ value: Double) {
        key(name)
        share(value)
    }

    /// Writes a key and a day as `YYYY-MM-DD`, or `null`.
    @inline(__always)
    public mutating func date(_ name: StaticString, _ value: CivilDate?) {
        key(name)
        date(value)
    }

    /// Writes a key and a pair of whole numbers as an array.
    @inline(__always)
    public mutating func pair(_ name: StaticString, _ first: Int, _ second: Int) {
        key(name)
        pair(first, second)
    }

    /// Writes a key and `null`.
    @inline(__always)
    public mutating func null(_ name: StaticString) {
        key(name)
        null()
    }
}
