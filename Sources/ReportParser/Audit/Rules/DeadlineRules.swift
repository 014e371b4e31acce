internal import ThaiText

/// A measure whose time is over and that is not done.
///
/// Example: `ภายในเดือนมกราคม ๒๕๖๕` with `อยู่ระหว่างดำเนินการ`, in a report of the six months to 31 March 2565. What is due on
/// the last day of the period may be done by the time of writing, and a report that does not name its period may have been
/// written at any time of the year: neither says anything.
struct DeadlinePassedRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "deadline-passed", thai: "พ้นกำหนดแล้วยังไม่แล้วเสร็จ",
            english: "a measure that is not done though its time is over")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        guard let period = report.period, period.text != nil else { return [] }
        var findings: [Finding] = []
        for index in report.measures.indices {
            guard let status = report.measures[index].status,
                status.state == .inProgress || status.state == .notStarted,
                let timeframe = report.measures[index].timeframe, timeframe.kind != .list, let end = timeframe.end,
                end < period.end
            else { continue }
            findings.append(
                finding(
                    thai: "ยังไม่แล้วเสร็จ แม้พ้นกำหนดเมื่อวันที่ \(end) แล้ว (รอบการรายงานสิ้นสุดวันที่ \(period.end))",
                    english: "not done, though it was due on \(end) and the period of the report ends on \(period.end)",
                    measure: index, field: .status, span: report.span(of: timeframe.text)))
        }
        return findings
    }
}

/// A measure that is said to be done before its time has come.
///
/// Example: `เมษายน ๒๕๖๖ และ ตุลาคม ๒๕๖๖` with `ดำเนินการแล้วเสร็จ`, in a report of the six months to 31 March 2566. What was done
/// early is well done; what begins only behind the period, or runs all year (`ตลอดปีงบประมาณ`), is not done at half year.
/// The measures that run all year make one finding, for what is said of one is said of all.
struct StatusBeforeDeadlineRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "status-before-deadline", thai: "แล้วเสร็จก่อนถึงกำหนดเวลา",
            english: "a measure that is said to be done before its time has come")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        guard let period = report.period, period.text != nil else { return [] }
        var findings: [Finding] = []
        var allYear: [(measure: Int, span: SourceSpan)] = []
        for index in report.measures.indices {
            guard report.measures[index].status?.state == .completed, let timeframe = report.measures[index].timeframe,
                let start = timeframe.start, let end = timeframe.end, end > period.end
            else { continue }
            let span = report.span(of: timeframe.text)
            if start > period.end {
                findings.append(
                    finding(
                        thai: "แจ้งว่าแล้วเสร็จ แต่กำหนดเวลาเริ่มวันที่ \(start) หลังรอบการรายงานซึ่งสิ้นสุดวันที่ \(period.end)",
                        english: "said to be done, but its time begins on \(start), after the period to \(period.end)",
                        measure: index, field: .status, span: span))
            } else if timeframe.kind == .fiscalYear {
                allYear.append((index, span))
            }
        }
        if let first = allYear.first, let end = report.measures[first.measure].timeframe?.end {
            let others = allYear.count - 1
            findings.append(
                finding(
                    thai: "แจ้งว่าแล้วเสร็จ \(allYear.count) รายการ แต่กำหนดเวลาถึงวันที่ \(end) หลังรอบการรายงานซึ่งสิ้นสุดวันที่ "
                        + "\(period.end)",
                    english: "said to be done, but it runs all year to \(end), beyond the period to \(period.end)"
                        + (others == 0 ? "" : "; so do \(others) more"),
                    measure: first.measure, field: .status, span: first.span))
        }
        return findings
    }
}
