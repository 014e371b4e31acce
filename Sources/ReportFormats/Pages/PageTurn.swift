/// How a page was turned so that its text stands upright and straight.
struct PageTurn: Hashable, Sendable {
    /// By how many right angles it was turned clockwise, first.
    var rightAngles: Int
    /// By how many degrees it was turned clockwise around its middle, then.
    var degrees: Float
    /// Its size in points, once upright.
    var width: Float, height: Float

    /// Where a rectangle of the page as it is read lies in the file: the smallest upright one that holds it.
    func inFile(_ rect: PageRect) -> PageRect {
        guard degrees != 0 || rightAngles % 4 != 0 else { return rect }
        let corners = [
            inFile(rect.left, rect.top), inFile(rect.right, rect.top), inFile(rect.left, rect.bottom),
            inFile(rect.right, rect.bottom),
        ]
        let first = corners[0]
        return corners.dropFirst().reduce(PageRect(left: first.x, top: first.y, right: first.x, bottom: first.y)) {
            PageRect(
                left: min($0.left, $1.x), top: min($0.top, $1.y), right: max($0.right, $1.x),
                bottom: max($0.bottom, $1.y))
        }
    }

    private func inFile(_ x: Float, _ y: Float) -> (x: Float, y: Float) {
        let angle = Double(degrees) * .pi / 180
        // A tilt of some degrees: three terms are exact to a millionth, and the same on every machine.
        let sine = Float(angle - angle * angle * angle / 6)
        let cosine = Float(1 - angle * angle / 2 + angle * angle * angle * angle / 24)
        let (right, down) = (x - width / 2, y - height / 2)
        let (u, v) = (width / 2 + right * cosine + down * sine, height / 2 - right * sine + down * cosine)
        // What was turned in from outside the page lies at its edge.
        let (uprightX, uprightY) = (min(max(u, 0), width), min(max(v, 0), height))
        switch (rightAngles % 4 + 4) % 4 {
        case 1: return (uprightY, width - uprightX)
        case 2: return (width - uprightX, height - uprightY)
        case 3: return (height - uprightY, uprightX)
        default: return (uprightX, uprightY)
        }
    }
}
