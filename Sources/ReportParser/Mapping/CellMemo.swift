internal import ThaiText

/// Remembers what short cells were read as.
///
/// The units, times and states of a report repeat from row to row; each wording is read once. Wordings are compared
/// byte for byte, so that a memo never answers for another text.
struct CellMemo<Value> {
    private struct Entry {
        var hash: UInt64
        var bytes: [UInt8]
        var value: Value
    }

    private var entries: [Entry] = []
    /// Indices into `entries` by the low bits of the hash, -1 where none is; a power of two, open addressing.
    private var slots = [Int32](repeating: -1, count: CellMemo.fewestSlots)

    /// Small reports have few wordings: a large one's places would take longer to empty than to use.
    private static var fewestSlots: Int { 64 }
    private static var mostSlots: Int { 4096 }
    /// Longer cells seldom repeat.
    private static var longest: Int { 320 }

    /// What `bytes` were read as, or what `read` makes of them now.
    @inline(__always)
    mutating func value(of bytes: [UInt8], reading read: () -> Value) -> Value {
        guard bytes.count <= Self.longest else { return read() }
        let hash = Self.hash(bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].hash == hash, entries[index].bytes.isSame(as: bytes) { return entries[index].value }
            slot = (slot + 1) & (slots.count - 1)
        }
        let value = read()
        if entries.count * 2 >= slots.count { makeRoom() }
        enter(Int32(entries.count), hash)
        entries.append(Entry(hash: hash, bytes: bytes, value: value))
        return value
    }

    /// Makes room for further wordings; where there are too many, all are forgotten.
    private mutating func makeRoom() {
        let places = min(slots.count * 2, Self.mostSlots)
        if places == slots.count { entries.removeAll(keepingCapacity: true) }
        slots = [Int32](repeating: -1, count: places)
        for (index, entry) in entries.enumerated() { enter(Int32(index), entry.hash) }
    }

    private mutating func enter(_ index: Int32, _ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = index
    }

    private static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { buffer in
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(buffer.count)
            var index = 0
            while index + 8 <= buffer.count {
                hash = (hash ^ buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
                hash ^= hash >> 32
                index += 8
            }
            while index < buffer.count {
                hash = (hash ^ UInt64(buffer[index])) &* 0xC4CE_B9FE_1A85_EC53
                index += 1
            }
            return hash ^ hash >> 29
        }
    }
}
