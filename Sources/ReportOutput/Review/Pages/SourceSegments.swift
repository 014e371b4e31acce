/// Cuts a source where one of its places begins or ends, so that places which overlap lie side by side.
///
/// More than ``depth`` places over one character are not told apart: a segment knows the first of them, so that the time
/// grows with the source and its places and no faster.
struct SourceSegments {
    /// A run of bytes over which the same places lie.
    struct Segment {
        var range: Range<Int>
        /// Whether a place begins here, so that links can lead to it.
        var isBeginning: Bool
    }

    /// The places that lie over one segment at most.
    static let depth = 32

    private let places: [SourceMarks.Place]
    private var next = 0
    /// The places over the segment given last, in the order in which they were found.
    private(set) var active: [SourceMarks.Place] = []

    init(_ marks: SourceMarks) { places = marks.places }

    /// The segment that begins at `position` and ends at `end` or before.
    ///
    /// The positions asked for are those where the segment before ended, or behind the end of a line.
    mutating func segment(at position: Int, end: Int) -> Segment {
        active.removeAll { $0.end <= position }
        var isBeginning = false
        while next < places.count, places[next].start <= position {
            let place = places[next]
            next += 1
            if place.start == position, place.mark.isLinked { isBeginning = true }
            if place.end > position, active.count < Self.depth { active.append(place) }
        }
        var cut = end
        if next < places.count { cut = min(cut, places[next].start) }
        for place in active { cut = min(cut, place.end) }
        return Segment(range: position..<max(cut, position), isBeginning: isBeginning)
    }
}
