extension PageImage {
    /// The picture in a binary PGM file (`P5`, 255 levels), as `pdftoppm -gray` writes it; `nil` for anything else.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - dpi: what it was drawn at; guessed from its shape where it is not known.
    init?(pgm bytes: [UInt8], dpi: Float? = nil) {
        guard bytes.starts(with: [0x50, 0x35]) else { return nil }
        var place = 2
        var numbers: [Int] = []
        while numbers.count < 3 {
            guard place < bytes.count else { return nil }
            switch bytes[place] {
            case 0x20, 0x09, 0x0A, 0x0D: place += 1
            case 0x23: while place < bytes.count, bytes[place] != 0x0A { place += 1 }
            case 0x30...0x39:
                var number = 0
                while place < bytes.count, case 0x30...0x39 = bytes[place], number <= Self.mostPixels {
                    number = number * 10 + Int(bytes[place] - 0x30)
                    place += 1
                }
                numbers.append(number)
            default: return nil
            }
        }
        let (width, height) = (numbers[0], numbers[1])
        // One blank ends the head.
        let start = place + 1
        guard width > 0, height > 0, width <= Self.mostPixels / height, numbers[2] == 255,
            bytes.count - start >= width * height
        else { return nil }
        self.init(
            width: width, height: height, pixels: Array(bytes[start..<start + width * height]),
            dpi: dpi ?? Self.resolution(width: width, height: height, stated: nil))
    }
}
