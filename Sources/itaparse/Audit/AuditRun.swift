internal import ReportOutput
internal import ReportParser

/// A run of `itaparse audit`: each report is read and listed, in the order of the inputs.
struct AuditRun {
    /// The findings that are wanted.
    let choice: RuleChoice
    /// The least severity that makes the program fail.
    let threshold: AuditCommand.Threshold?
    /// Whether reports are compared with each other.
    let comparesReports: Bool
    /// The file that the listing goes to; null for standard output.
    let output: String?
    let work: InputWork

    /// What became of a file.
    private enum Outcome: Sendable {
        case report(AuditedReport)
        case problem(FileProblem)
        /// The user wants the run to end.
        case stopped

        /// The size of the file in bytes, where it was read.
        var size: Int { if case .report(let report) = self { report.size } else { 0 } }

        var hasFailed: Bool { if case .problem = self { true } else { false } }
    }

    /// Audits the inputs and adds them to `listing`.
    ///
    /// - Parameters:
    ///   - inputs: the files.
    ///   - missing: what the user named and is not there.
    ///   - listing: where the reports go.
    /// - Returns: the exit status.
    /// - Throws: what `listing` throws, such as a full disk.
    func run(_ inputs: sending [Input], missing: [FileProblem], to listing: inout some AuditListing) throws -> Int32 {
        var hasFailed = !missing.isEmpty
        var isTripped = false
        var isStopped = false
        var summary = AuditSummary()
        // Findings that come on a terminal tell by themselves how far it is.
        var progress = Progress(.auto, total: inputs.count, isQuiet: output == nil)
        for problem in missing {
            summary.addFailure()
            try listing.add(problem)
        }
        let paths = inputs.map(\.path)
        let names = inputs.map(\.name)
        let (choice, comparesReports) = (choice, comparesReports)
        Interruption.watch()
        try work.run(inputs) { index, reader, read in
            guard !Interruption.isWanted else { return Outcome.stopped }
            do throws(FileProblem) {
                let content = try read()
                let report = try FileReading.report(
                    in: content.bytes, path: paths[index], name: names[index], reviewFile: content.review, with: reader)
                return .report(
                    AuditedReport(path: paths[index], report, choice, wantsDigest: comparesReports))
            } catch {
                return .problem(error)
            }
        } deliver: { _, outcome in
            switch outcome {
            case .report(let report):
                try listing.add(report)
                summary.add(report)
                if !comparesReports { isTripped = isTripped || report.findings.contains { trips($0.finding.severity) } }
            case .problem(let problem):
                hasFailed = true
                summary.addFailure()
                progress.clear()
                Terminal.problem(problem)
                try listing.add(problem)
            case .stopped:
                isStopped = true
                return false
            }
            progress.add(bytes: outcome.size, hasFailed: outcome.hasFailed)
            return true
        }
        progress.clear()
        guard !isStopped else { return Interruption.status }
        if let output, !comparesReports { Terminal.note("\(summary.line), told in \(output)") }
        isTripped = try listing.finish().contains(where: trips) || isTripped
        return hasFailed ? 1 : isTripped ? 3 : 0
    }

    private func trips(_ severity: Finding.Severity) -> Bool {
        switch threshold {
        case nil: false
        case .warning: severity != .info
        case .error: severity == .error
        }
    }
}
