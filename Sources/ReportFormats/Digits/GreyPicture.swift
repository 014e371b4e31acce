/// A rectangle of whole pixels; right and bottom lie outside.
public struct PixelBox: Sendable, Hashable {
    /// The first column.
    public var left: Int
    /// The first row.
    public var top: Int
    /// The column after the last.
    public var right: Int
    /// The row after the last.
    public var bottom: Int

    /// A box of these sides.
    public init(left: Int, top: Int, right: Int, bottom: Int) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// How many columns; 0 where right is not after left.
    public var width: Int { max(0, right - left) }

    /// How many rows; 0 where bottom is not below top.
    public var height: Int { max(0, bottom - top) }

    /// The least box that both lie in.
    public func union(_ other: PixelBox) -> PixelBox {
        PixelBox(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// The box with so many more columns and rows on each side.
    func grown(by margin: Int) -> PixelBox {
        PixelBox(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }

    /// What lies in this box and in another.
    public func intersection(_ other: PixelBox) -> PixelBox {
        PixelBox(
            left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
            bottom: min(bottom, other.bottom))
    }
}

/// A page or a part of one in grey levels: 0 is black, 255 is white.
public struct GreyPicture: Sendable {
    /// The levels, row by row from the top.
    public let levels: [UInt8]
    /// How many columns.
    public let width: Int
    /// How many rows.
    public let height: Int
    /// How far in `levels` a row lies from the next.
    public let stride: Int

    /// A picture of these levels; null where they are too few for its size.
    ///
    /// - Parameters:
    ///   - levels: The levels, row by row from the top.
    ///   - width: How many columns, at most 65,535.
    ///   - height: How many rows, at most 65,535.
    ///   - stride: How far a row lies from the next; by default rows touch.
    public init?(levels: [UInt8], width: Int, height: Int, stride: Int? = nil) {
        let stride = stride ?? width
        guard (1...65_535).contains(width), (1...65_535).contains(height), stride >= width,
            (levels.count - width) / stride >= height - 1, levels.count >= width
        else { return nil }
        self.levels = levels
        self.width = width
        self.height = height
        self.stride = stride
    }

    /// The whole picture.
    public var bounds: PixelBox { PixelBox(left: 0, top: 0, right: width, bottom: height) }

    /// The levels of a box within ``bounds``, row by row.
    func levels(in box: PixelBox) -> [UInt8] {
        var levels: [UInt8] = []
        levels.reserveCapacity(box.width * box.height)
        for row in box.top..<box.bottom {
            let start = row * stride
            levels.append(contentsOf: self.levels[(start + box.left)..<(start + box.right)])
        }
        return levels
    }
}
