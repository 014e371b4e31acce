internal import CLeptonica

/// A file of one or more page pictures: PNG, JPEG, TIFF, or the PGM that `pdftoppm` writes.
///
/// Headers are read before anything is decoded, so that a file of a few bytes cannot ask for gigabytes.
struct PictureFile {
    private let bytes: [UInt8]
    private let isTIFF: Bool
    /// How many pages it has, at least 1.
    let pageCount: Int

    /// A TIFF file with more pages is no report.
    static let mostPages = 2_000

    /// Reads the headers of a file.
    ///
    /// - Throws: ``FormatProblem`` where it is no picture, one of its pictures is too large, or it has too many.
    init(_ bytes: [UInt8]) throws(FormatProblem) {
        _ = Bitmap.silence
        self.bytes = bytes
        isTIFF = bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A])
        guard isTIFF else {
            pageCount = 1
            try Self.check(Self.size(of: bytes), page: nil)
            return
        }
        var count = 0
        while let size = Self.size(of: bytes, page: count) {
            try Self.check(size, page: count + 1)
            count += 1
            guard count <= Self.mostPages else {
                throw FormatProblem(.tooLarge, "the TIFF file has more than \(Self.mostPages) pages")
            }
        }
        guard count > 0 else { throw FormatProblem(.damaged, "the TIFF file has no page that can be read") }
        pageCount = count
    }

    /// The picture of a page, counted from 1.
    ///
    /// - Throws: ``FormatProblem`` where the picture is damaged or ends too early.
    func image(ofPage page: Int) throws(FormatProblem) -> PageImage {
        if let image = PageImage(pgm: bytes) { return image }
        let read = bytes.withUnsafeBufferPointer { buffer in
            isTIFF
                ? pixReadMemTiff(buffer.baseAddress, buffer.count, Int32(page - 1))
                : pixReadMem(buffer.baseAddress, buffer.count)
        }
        guard let colour = Bitmap(read) else {
            throw FormatProblem(
                .damaged,
                isTIFF
                    ? "page \(page) of the TIFF file is damaged or ends too early"
                    : "the picture is damaged or ends too early")
        }
        // What shines through where the picture is transparent is paper.
        guard let opaque = Bitmap(pixRemoveAlpha(colour.pix)), let grey = Bitmap(pixConvertTo8(opaque.pix, 0)) else {
            throw FormatProblem(.damaged, "the picture has a number of bits a pixel that no page has")
        }
        let (width, height) = (grey.width, grey.height)
        let stated = Float(pixGetXRes(colour.pix))
        return PageImage(
            width: width, height: height, pixels: grey.levels(),
            dpi: PageImage.resolution(width: width, height: height, stated: stated))
    }

    // MARK: Headers

    private static func size(of bytes: [UInt8], page: Int = 0) -> (width: Int, height: Int)? {
        var (format, width, height, bits, samples, isMapped): (Int32, Int32, Int32, Int32, Int32, Int32) =
            (0, 0, 0, 0, 0, 0)
        let failed = bytes.withUnsafeBufferPointer { buffer in
            page == 0
                ? pixReadHeaderMem(
                    buffer.baseAddress, buffer.count, &format, &width, &height, &bits, &samples, &isMapped)
                : readHeaderMemTiff(
                    buffer.baseAddress, buffer.count, Int32(page), &width, &height, &bits, &samples, nil, &isMapped,
                    nil)
        }
        return failed == 0 ? (Int(width), Int(height)) : nil
    }

    private static func check(_ size: (width: Int, height: Int)?, page: Int?) throws(FormatProblem) {
        let place = page.map { "page \($0) of the TIFF file" } ?? "the picture"
        guard let size, size.width > 0, size.height > 0 else {
            throw FormatProblem(.damaged, "the head of \(place) is damaged")
        }
        guard size.width <= PageImage.mostPixels / size.height else {
            throw FormatProblem(
                .tooLarge,
                "\(place) has \(size.width) × \(size.height) pixels; more than \(PageImage.mostPixels / 1_000_000) "
                    + "million are no page of a report")
        }
    }
}
