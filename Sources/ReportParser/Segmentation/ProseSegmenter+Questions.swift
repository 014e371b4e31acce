internal import ThaiText

/// Forms of questions and answers: `ถาม  ใครรับผิดชอบ` over `ตอบ  กองคลัง`.
extension ProseSegmenter {
    private static let questionWords = PhraseTable(words: ["ถาม", "คำถาม", "q", "question"])
    private static let answerWords = PhraseTable(words: ["ตอบ", "คำตอบ", "a", "answer"])
    /// A question takes so many lines at most.
    private static let longestQuestion = 3

    /// Joins each question with the first line of its answer: the question is the label of what is answered.
    mutating func joinQuestions(_ document: inout Document) {
        let pairs = questions(in: document.text)
        // One line alone that begins with such a word is a sentence.
        guard pairs.count >= 2 else { return }
        var joined: [Line] = []
        joined.reserveCapacity(lines.count)
        var next = 0
        for pair in pairs {
            joined += lines[next..<pair.question]
            var line = lines[pair.question]
            var pieces = Array(document.pieces[line.line.pieces.range])
            for index in pair.question + 1...pair.answer {
                pieces.join(document.pieces[lines[index].line.pieces.range], by: .wrap)
                line.key += lines[index].key
            }
            line.line.pieces = document.append(pieces: pieces)
            line.range = line.range.lowerBound..<lines[pair.answer].range.upperBound
            line.label = label(pair.words, upTo: pair.value, of: line, in: document.text)
            joined.append(line)
            next = pair.answer + 1
        }
        lines = joined + lines[next...]
    }

    /// A question, the line that its answer begins in, and where the words of both begin.
    private struct Pair {
        var question: Int
        var answer: Int
        /// The words of the question.
        var words: Range<Int>
        /// Where the answer begins.
        var value: Int
    }

    private func questions(in text: [UInt8]) -> [Pair] {
        var pairs: [Pair] = []
        var index = 0
        while index < lines.count {
            defer { index += 1 }
            guard let words = behind(Self.questionWords, lines[index], in: text) else { continue }
            for answer in index + 1..<max(index + 1, min(lines.count, index + 1 + Self.longestQuestion)) {
                guard lines[answer].line.blanksBefore == 0, behind(Self.questionWords, lines[answer], in: text) == nil
                else { break }
                guard let value = behind(Self.answerWords, lines[answer], in: text) else { continue }
                let end = lines[answer - 1].range.upperBound
                pairs.append(Pair(question: index, answer: answer, words: words..<max(words, end), value: value))
                index = answer
                break
            }
        }
        return pairs
    }

    /// Where the text behind a word at the start of a line begins; null where no blank or colon parts the two.
    private func behind(_ words: PhraseTable<Void>, _ line: Line, in text: [UInt8]) -> Int? {
        let start = line.range.lowerBound
        let end = line.range.upperBound
        // Tables of phrases are in lower case.
        let first = text[start] &- 0x41 < 26 ? [text[start] | 0x20] : []
        let word = words.longestPhrase(in: text, at: start) ?? words.longestPhrase(in: first)
        guard let (length, _) = word else { return nil }
        var position = start + length
        let seam = position
        while position < end, text[position] == 0x3A || text[position] == 0x2E || text.blankLength(at: position) > 0 {
            position += max(1, text.blankLength(at: position))
        }
        return position > seam || position == end ? position : nil
    }

    private mutating func label(
        _ words: Range<Int>, upTo value: Int, of line: Line, in text: [UInt8]
    ) -> LabelFinder.Label {
        var key: [UInt8] = []
        PlainText.appendKey(of: words, in: text, to: &key)
        while key.last == 0x3F { key.removeLast() }
        let match = matcher.match(key).flatMap { match -> HeadingMatcher.Match? in
            if case .tick = match.role { return nil }
            return match.certainty >= 0.6 ? match : nil
        }
        let start = line.range.lowerBound
        return LabelFinder.Label(
            role: match?.role ?? .extra, certainty: match?.certainty ?? 0.5, range: start..<value,
            bullet: start..<start, hasColon: true)
    }
}
