/// What pages say in words of their own; the words stand in `phrases.tsv`.
enum ReviewPhrase: String, CaseIterable, Sendable {
    // The page as a whole.
    case reviewTitle, overviewTitle, backToOverview, skipToRecords, skipToSource, skipToTable, language, help
    case helpTitle, close, generatedBy
    // Parts of a page.
    case source, records, findings, tables, facts, coverage, page, line, lines
    // Filters.
    case filters, search, searchHint, allSeverities, allRules, allStatuses, withoutFindings, nothingShown
    case reset
    // Facts and fields.
    case title, agency, district, province, fiscalYear, period, months, file, code, number, steps, responsible
    case timeframe, status, result, outcome, monitoring, requirement, budget, approved, disbursed, remaining
    case baht, dates, amounts, urls, extra, column, confidence, repairs, toSource, deadline, record
    // Kinds of records and tables.
    case measure, indicatorKind, oitItem, project, budgetTable, scoreTable, totalsTable, otherTable
    // States.
    case completed, inProgress, notStarted, cancelled, notApplicable, unknown, noStatus
    // Severities.
    case error, warning, info
    // The account of characters.
    case inMeasures, inTables, inText, inFurniture, dropped
    // The page over all reports.
    case reports, report, failed, failedTitle, cause, completedShare, statusByBody, findingsByRule
    case deadlineTimeline, asTable, bodiesShown, otherStates, notCompleted, body, count, rule, severity, time
    case showMore, noTables, noFindings, noDeadlines, noRecords, searchReports, allReports, outsideTimeline
    // Help.
    case helpNext, helpPrevious, helpFinding, helpSearch, helpHelp, helpEscape, helpTabs, helpSource
    case helpLanguage, helpPlaces, helpRowNext, useKeys, key, action
    // Months, short.
    case month1, month2, month3, month4, month5, month6, month7, month8, month9, month10, month11, month12

    /// The words in Thai.
    var thai: String { Self.words[rawValue]?.thai ?? rawValue }
    /// The words in English.
    var english: String { Self.words[rawValue]?.english ?? rawValue }

    /// The short name of a month, 1 to 12.
    static func month(_ number: Int) -> ReviewPhrase { ReviewPhrase(rawValue: "month\(number)") ?? .month1 }

    /// The table, by its keys.
    static let words: [String: (thai: String, english: String)] = {
        let text = String(decoding: PackageResources.phrases_tsv, as: UTF8.self)
        var words: [String: (thai: String, english: String)] = [:]
        for row in text.split(separator: "\n").dropFirst() {
            let fields = row.split(separator: "\t").map { String($0) }
            if fields.count == 3 { words[fields[0]] = (fields[1], fields[2]) }
        }
        return words
    }()
}
