/// What an office document may hold at most: far above any report, far below what exhausts a machine.
enum OfficeLimits {
    /// Bytes of a part unpacked: a report of 300 pages has 10 MB of markup.
    static let partSize = 64 << 20
    /// Cells of all tables, covered ones counted: a report has some thousands, and each takes about 300 bytes of memory.
    static let cells = 400_000
    /// Columns of a table: more are told apart by no reader; the widest sheet has 16,384, nearly all of them empty.
    static let columns = 1_000

    /// Refuses a table that has grown too large.
    static func check(cells count: Int, in part: String) throws(FormatProblem) {
        guard count > cells else { return }
        throw FormatProblem(.tooLarge, "\(part) has more than \(cells) cells, as no report has")
    }
}
