/// Digits that name something and count nothing: telephone, identity and document numbers, dates, times of day.
extension NumberScan {
    /// A run of digits with signs between them, no blanks: ๐๒-๑๒๓-๔๕๖๗, ๑/๑๐/๒๕๖๕, ๘,๕๐๐.
    struct Cluster {
        /// Where it ends.
        var end: Int
        /// How many runs of digits it has.
        var runs = 0
        /// How many digits the first run has.
        var firstDigits = 0
        /// How many digits the last run has.
        var lastDigits = 0
        /// The most digits that a run has.
        var longestRun = 0
        /// How many runs begin with a zero that another digit follows.
        var paddedRuns = 0
        var dashes = 0
        var slashes = 0
        var colons = 0
        var dots = 0
        var commas = 0
    }

    /// Looks over the cluster that begins at `index`; no more than its first 24 runs.
    func cluster(at index: Int) -> Cluster {
        var cluster = Cluster(end: index)
        // Two functions and no `break`: with one loop, the optimiser of Swift 6.3.1 (-O) lost what it had counted.
        while cluster.runs < 24, addRun(to: &cluster), let next = addSign(to: &cluster) { cluster.end = next }
        return cluster
    }

    /// Counts the run of digits at the end of `cluster`; false where there is none.
    private func addRun(to cluster: inout Cluster) -> Bool {
        let start = cluster.end
        let first = text.digit(at: start, to: end)
        guard first.value >= 0 else { return false }
        var digits = 1
        var position = start + first.length
        var next = text.digit(at: position, to: end)
        while next.value >= 0 {
            digits += 1
            position += next.length
            next = text.digit(at: position, to: end)
        }
        if cluster.runs == 0 { cluster.firstDigits = digits }
        cluster.runs += 1
        cluster.lastDigits = digits
        cluster.longestRun = max(cluster.longestRun, digits)
        if first.value == 0, digits > 1 { cluster.paddedRuns += 1 }
        cluster.end = position
        return true
    }

    /// Counts the sign at the end of `cluster` and gives where the digits after it begin; `nil` where the cluster ends.
    private func addSign(to cluster: inout Cluster) -> Int? {
        let position = cluster.end
        guard position < end else { return nil }
        let dash = text.minusLength(at: position)
        let next = position + max(dash, 1)
        guard text.digit(at: next, to: end).value >= 0 else { return nil }
        if dash > 0 {
            cluster.dashes += 1
            return next
        }
        switch text[position] {
        case UInt8(ascii: "/"): cluster.slashes += 1
        case UInt8(ascii: ":"): cluster.colons += 1
        case UInt8(ascii: "."): cluster.dots += 1
        case UInt8(ascii: ","): cluster.commas += 1
        default: return nil
        }
        return next
    }

    /// Where the identifier, date or time that begins with the digit at `index` ends; `nil` where a number begins.
    func identifierEnd(at index: Int, _ cluster: Cluster, _ before: Before) -> Int? {
        if before.label == .identifier { return identifierRunEnd(from: index, strict: false) }
        if cluster.dashes > 1 || cluster.slashes > 1 || cluster.colons > 1 { return cluster.end }
        let isPadded = text.digit(at: index).value == 0 && cluster.firstDigits > 1
        if cluster.dashes == 1, isPadded { return identifierRunEnd(from: index, strict: true) }
        if cluster.slashes == 1 || cluster.colons == 1 {
            return isFraction(at: index, cluster, before) ? nil : documentNumberEnd(cluster.end)
        }
        if isPadded, cluster.dots > 0 || cluster.firstDigits > 2 {
            // ๐๐.๕๐ is a careless 0.50; ๐๘.๓๐ is a time.
            if cluster.dots == 1, let value = Numeral(text, at: index, to: end)?.value, value.isBelowOne { return nil }
            return identifierRunEnd(from: index, strict: true)
        }
        if isPadded, cluster.runs == 1 {
            let end = identifierRunEnd(from: index, strict: true)
            return end > cluster.end ? end : nil
        }
        if cluster.runs == 1, cluster.firstDigits >= 11 { return cluster.end }
        if isDocumentNumber(from: cluster.end) { return documentNumberEnd(cluster.end) }
        if cluster.runs == 1, index > limits.lowerBound, text[index - 1] == UInt8(ascii: "+"), cluster.firstDigits == 2
        {
            return identifierRunEnd(from: index, strict: false)  // +66 81 ...
        }
        if isLicencePlate(at: index, cluster, before) { return cluster.end }
        return spacedIdentityEnd(at: index, cluster) ?? postalCodeEnd(at: index, cluster)
    }

    /// Whether the two runs of a cluster with one `/` or `:` are a fraction or ratio: both small, and no label of a document.
    private func isFraction(at index: Int, _ cluster: Cluster, _ before: Before) -> Bool {
        guard cluster.runs == 2, cluster.paddedRuns == 0, cluster.longestRun <= 3, before.label != .ordinal,
            let first = Numeral(text, at: index, to: end), let low = first.value.integer,
            let second = Numeral(text, at: first.end + 1, to: end), let high = second.value.integer, high > 0
        else { return false }
        if cluster.slashes == 1 { return low < high && high <= 100 && !isDocumentNumber(from: cluster.end) }
        // ๑:๓ and ๑:๒๕ are ratios, ๑๐:๓๐ and ๙:๓๐ are times.
        if hourMarkEnd(at: cluster.end) != nil { return false }
        return cluster.lastDigits != 2 || low == 1 || low > 24 || high > 59
    }

    /// Whether `/ว` and a digit follow, as in the number of a circular letter.
    private func isDocumentNumber(from index: Int) -> Bool { documentNumberEnd(index) > index }

    /// The end of `/ว ๑๒๓` at `index`; `index` where that does not stand there.
    private func documentNumberEnd(_ index: Int) -> Int {
        guard index < end, text[index] == UInt8(ascii: "/") else { return index }
        var position = index + 1
        for _ in 0..<3 where ThaiLetter.isConsonant(text.thaiLetter(at: position)) { position += 3 }
        guard position > index + 1, position < end else { return index }
        position = skipSpaces(from: position)
        guard text.digit(at: position, to: end).value >= 0 else { return index }
        return cluster(at: position).end
    }

    /// The end of digits, and of signs and blanks between them, that go on with a telephone or identity number.
    ///
    /// A strict run goes on over blanks only where three digits or more follow.
    private func identifierRunEnd(from index: Int, strict: Bool) -> Int {
        var position = documentNumberEnd(cluster(at: index).end)
        while position < end {
            var next = skipSpaces(from: position)
            var signs = 0
            while next < end, signs < 2 {
                let dash = text.minusLength(at: next)
                if dash > 0 {
                    next += dash
                } else if text[next] == UInt8(ascii: ")") || text[next] == UInt8(ascii: "/")
                    || (!strict && (text[next] == UInt8(ascii: ",") || text[next] == UInt8(ascii: ".")))
                {
                    next += 1
                } else {
                    break
                }
                signs += 1
                next = skipSpaces(from: next)
            }
            if !strict, let joint = vocabulary.joints.match(text, at: next, within: next..<max(next, end)),
                joint.meaning == .ratio || joint.meaning == .span
            {
                next = skipSpaces(from: next + joint.length)
            }
            guard next > position, text.digit(at: next, to: end).value >= 0 else { return position }
            let more = cluster(at: next)
            if strict, more.firstDigits < 3 || more.commas + more.dots > 0 { return position }
            position = documentNumberEnd(more.end)
        }
        return position
    }

    /// The end of an identity number written ๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๓, or of a telephone number written ๐ ๒๕๒๘ ๔๘๐๐.
    private func spacedIdentityEnd(at index: Int, _ cluster: Cluster) -> Int? {
        guard cluster.runs == 1, cluster.firstDigits == 1 else { return nil }
        let isTelephone = text.digit(at: index).value == 0
        var position = cluster.end
        for digits in isTelephone ? Self.telephoneGroups : Self.identityGroups {
            let next = skipSpaces(from: position)
            guard next > position, text.digit(at: next, to: end).value >= 0 else { return nil }
            let part = self.cluster(at: next)
            guard part.runs == 1, part.firstDigits == digits else { return nil }
            position = part.end
        }
        return position
    }

    /// Whether two consonants and no word stand before three or four digits, and nothing else in the text: กข ๑๒๓๔.
    private func isLicencePlate(at index: Int, _ cluster: Cluster, _ before: Before) -> Bool {
        guard cluster.runs == 1, cluster.firstDigits == 3 || cluster.firstDigits == 4, before.label == nil else {
            return false
        }
        var start = index
        if start > limits.lowerBound, text[start - 1] == 0x20 { start -= 1 }
        guard start - 6 >= content.lowerBound, ThaiLetter.isConsonant(text.thaiLetter(before: start)),
            ThaiLetter.isConsonant(text.thaiLetter(before: start - 3))
        else { return false }
        start -= 6
        if start > content.lowerBound, text.digit(before: start).value >= 0 {
            start -= text.digit(before: start).length
        }
        return start == content.lowerBound
            || (text[start - 1] == 0x20 && text.hasPrefix(Self.plateLabel, at: start - 1 - Self.plateLabel.count))
    }

    private static let plateLabel = Array("ทะเบียน".utf8)

    /// The end of five digits that follow a province: จังหวัดชลบุรี ๒๐๑๕๐.
    private func postalCodeEnd(at index: Int, _ cluster: Cluster) -> Int? {
        guard cluster.runs == 1, cluster.firstDigits == 5 else { return nil }
        var position = index
        while position > limits.lowerBound, text.blankLength(at: position - 1) == 1 { position -= 1 }
        // The name of a province has at most twenty letters.
        for _ in 0..<24 where position >= limits.lowerBound + 3 && text.thaiLetter(before: position) != ThaiLetter.none
        {
            position -= 3
            for label in Self.provinceLabels where text.hasPrefix(label, at: position) { return cluster.end }
        }
        if position > limits.lowerBound + 3, text[position - 1] == UInt8(ascii: "."),
            Self.provinceShort == text.thaiLetter(before: position - 1)
        {
            return cluster.end
        }
        return nil
    }

    private static let identityGroups = [4, 5, 2, 1]
    private static let telephoneGroups = [4, 4]
    private static let provinceLabels: [[UInt8]] = ["จังหวัด", "กรุงเทพ"].map { Array($0.utf8) }
    /// The letter จ, short for จังหวัด.
    private static let provinceShort: UInt8 = 0x08
}
