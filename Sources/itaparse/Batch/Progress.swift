internal import Glibc
internal import ReportOutput

/// How far a batch has come, told on standard error.
struct Progress {
    /// How it is told.
    enum Style: String, CaseIterable, Sendable {
        /// A bar where standard error is a terminal, else nothing.
        case auto
        /// A JSON object a second.
        case json
        case none
    }

    private enum Form { case bar, lines, none }

    private let form: Form
    private let total: Int
    private let start = ContinuousClock.now
    private var lastTold = 0.0
    private var files = 0
    private var bytes = 0
    private var failures = 0

    init(_ style: Style, total: Int, isQuiet: Bool) {
        self.total = total
        form =
            switch style {
            case .auto: isatty(STDERR_FILENO) == 1 && !isQuiet && total > 1 ? .bar : .none
            case .json: .lines
            case .none: .none
            }
    }

    /// The seconds since the batch began.
    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    /// Counts a file that is done.
    mutating func add(bytes: Int, hasFailed: Bool) {
        files += 1
        self.bytes += bytes
        if hasFailed { failures += 1 }
        guard form != .none else { return }
        let now = seconds
        guard now - lastTold >= (form == .bar ? 0.1 : 1) || files == total else { return }
        lastTold = now
        tell(now)
    }

    /// Takes the bar away, so that other words can stand in its place.
    func clear() {
        if form == .bar { Terminal.noteUnended("\r\u{1B}[K") }
    }

    private func tell(_ seconds: Double) {
        let rate = seconds > 0 ? Double(files) / seconds : 0
        let left = rate > 0 ? Int(Double(total - files) / rate + 0.5) : 0
        switch form {
        case .none: return
        case .lines:
            var json = JSONWriter { try OutputFile.write($0, to: STDERR_FILENO, name: "standard error") }
            json.beginObject()
            json.int("files", files)
            json.int("of", total)
            json.int("failed", failures)
            json.int("bytes", bytes)
            json.int("seconds", Int(seconds))
            json.int("seconds_left", left)
            json.endObject()
            json.endLine()
            // Nobody reads along: the batch goes on all the same.
            try? json.flush()
        case .bar:
            let share = total > 0 ? files * 24 / total : 24
            let bar = String(repeating: "#", count: share) + String(repeating: ".", count: 24 - share)
            let failed = failures > 0 ? ", \(failures) failed" : ""
            let time = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
            Terminal.noteUnended(
                "\r[\(bar)] \(files) of \(total)\(failed), \(bytes >> 20) MB, \(Int(rate)) files/s, \(time) left\u{1B}[K"
            )
        }
    }
}
