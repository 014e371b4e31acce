internal import ReportParser

/// Records one behind the other under the same headings.
struct RecordRun {
    /// Indices of the measures.
    var measures: Range<Int>
    /// The headings, the outermost first.
    let section: [FieldText]
    let indicator: Indicator?

    /// All records of a report in such runs.
    static func all(in report: Report) -> [RecordRun] {
        var runs: [RecordRun] = []
        var last: (section: Int, indicator: Int32?)?
        for (index, measure) in report.measures.enumerated() {
            if let key = last, key.section == measure.section, key.indicator == measure.indicator {
                runs[runs.count - 1].measures = runs[runs.count - 1].measures.lowerBound..<index + 1
                continue
            }
            last = (measure.section, measure.indicator)
            let run = RecordRun(
                measures: index..<index + 1, section: report.sections[measure.section],
                indicator: measure.indicator.map { report.indicators[Int($0)] })
            runs.append(run)
        }
        return runs
    }

    /// Where its headings stand.
    var places: [FieldText] { section + [indicator?.name].compactMap(\.self) }
}
