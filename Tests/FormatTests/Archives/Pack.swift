/// Makes ZIP archives for the tests: also such as no program makes.
struct Pack {
    private var files: [(name: [UInt8], bytes: [UInt8])] = []

    /// Adds a file, uncompressed.
    func adding(_ name: String, _ bytes: [UInt8]) -> Pack { adding(Array(name.utf8), bytes) }

    func adding(_ name: [UInt8], _ bytes: [UInt8]) -> Pack {
        var pack = self
        pack.files.append((name, bytes))
        return pack
    }

    /// The archive.
    ///
    /// - Parameter flags: the general purpose flags of all entries; 1 says that they are encrypted.
    func bytes(flags: UInt16 = 0) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let offset = UInt32(archive.count)
            let common =
                Self.low(UInt16(20)) + Self.low(flags) + Self.low(UInt16(0)) + Self.low(UInt32(0x5A21_0000))
                + Self.low(Self.checksum(file.bytes)) + Self.low(UInt32(file.bytes.count))
                + Self.low(UInt32(file.bytes.count))
                + Self.low(UInt16(file.name.count)) + Self.low(UInt16(0))
            archive += [0x50, 0x4B, 3, 4] + common + file.name + file.bytes
            directory += [0x50, 0x4B, 1, 2] + Self.low(UInt16(20)) + common + Self.low(UInt16(0)) + Self.low(UInt16(0))
            directory += Self.low(UInt16(0)) + Self.low(UInt32(0)) + Self.low(offset) + file.name
        }
        let start = UInt32(archive.count)
        archive += directory
        archive += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.low(UInt16(files.count)) + Self.low(UInt16(files.count))
        return archive + Self.low(UInt32(directory.count)) + Self.low(start) + [0, 0]
    }

    private static func low(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// CRC-32.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
