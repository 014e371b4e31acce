internal import CLeptonica

/// A picture of Leptonica's, freed with its owner.
struct Bitmap: ~Copyable {
    let pix: UnsafeMutablePointer<PIX>

    /// Takes over a picture that a call of Leptonica's made; `nil` where that failed.
    ///
    /// Leptonica writes what it dislikes to standard error, which belongs to the program.
    init?(_ made: UnsafeMutablePointer<PIX>?) {
        guard let made else { return nil }
        pix = made
    }

    deinit {
        var freed: UnsafeMutablePointer<PIX>? = pix
        pixDestroy(&freed)
    }

    /// Keeps Leptonica from writing to standard error; to be called before anything else of its.
    static let silence: Void = { _ = setMsgSeverity(Int32(L_SEVERITY_NONE)) }()

    var width: Int { Int(pixGetWidth(pix)) }
    var height: Int { Int(pixGetHeight(pix)) }

    /// A grey picture.
    init?(_ image: PageImage) {
        _ = Self.silence
        self.init(Self.grey(image))
    }

    private static func grey(_ image: PageImage) -> UnsafeMutablePointer<PIX>? {
        let width = image.width
        guard let pix = pixCreateNoInit(Int32(width), Int32(image.height), 8),
            let data = UnsafeMutableRawPointer(pixGetData(pix))
        else { return nil }
        let rowBytes = Int(pixGetWpl(pix)) * 4
        image.pixels.withUnsafeBytes { source in
            guard let base = source.baseAddress else { return }
            for row in 0..<image.height {
                (data + row * rowBytes).copyMemory(from: base + row * width, byteCount: width)
            }
        }
        // Its pixels lie in words whose first pixel is the highest byte.
        pixEndianByteSwap(pix)
        return pix
    }

    /// Its levels row by row, where it is grey; its bytes are in no order behind that.
    consuming func levels() -> [UInt8] {
        pixEndianByteSwap(pix)
        let rowBytes = Int(pixGetWpl(pix)) * 4
        let (width, height) = (width, height)
        guard let data = UnsafeRawPointer(pixGetData(pix)) else { return [] }
        return [UInt8](unsafeUninitializedCapacity: width * height) { target, count in
            guard let base = UnsafeMutableRawPointer(target.baseAddress) else { return }
            for row in 0..<height {
                (base + row * width).copyMemory(from: data + row * rowBytes, byteCount: width)
            }
            count = width * height
        }
    }

    /// The boxes of its connected parts, where it is black and white.
    func components() -> [PixelBox] {
        guard let found = pixConnCompBB(pix, 8) else { return [] }
        defer {
            var freed: UnsafeMutablePointer<BOXA>? = found
            boxaDestroy(&freed)
        }
        return (0..<boxaGetCount(found)).map { index in
            var (x, y, w, h): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            boxaGetBoxGeometry(found, index, &x, &y, &w, &h)
            return PixelBox(left: Int(x), top: Int(y), right: Int(x + w), bottom: Int(y + h))
        }
    }
}
