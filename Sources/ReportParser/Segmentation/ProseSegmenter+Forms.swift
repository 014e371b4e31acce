/// Forms, one a record: what is printed on each of them, and what their labels mean beside its heading.
extension ProseSegmenter {
    /// Fewer forms show nothing of what they have in common.
    private static let fewestForms = 3

    /// Takes the lines that stand above the first label of each form: `แบบ ปปช.๒    ใช้ภายในหน่วยงาน`.
    mutating func takeFormHeads(into result: inout Segmentation) {
        var places: [[UInt8]: [Int]] = [:]
        for (index, line) in lines.enumerated()
        where line.label == nil && line.startsBlock && line.key.count > 12 && line.sectionLevel == nil
            && recordNumber(of: line) == nil
        {
            places[line.key, default: []].append(index)
        }
        var heads: Set<Int> = []
        for found in places.values where found.count >= Self.fewestForms {
            let ends = found.map { index in
                lines[(index + 1)...].firstIndex { !LineKind.isRule($0.key) } ?? lines.count
            }
            let labels = ends.map { end -> [UInt8]? in
                guard end < lines.count, let label = lines[end].label else { return nil }
                return LabelFinder.key(label.range, in: result.document.text)
            }
            guard let first = labels[0], labels.allSatisfy({ $0 == first }) else { continue }
            for (index, end) in zip(found, ends) {
                heads.formUnion(index..<end)
                lines[end].line.blanksBefore = max(1, lines[end].line.blanksBefore)
            }
        }
        guard !heads.isEmpty else { return }
        for index in heads.sorted() {
            result.segments.append(.furniture(.runningHead, lines[index].line.pieces))
        }
        lines = lines.indices.filter { !heads.contains($0) }.map { lines[$0] }
    }

    /// `บัตรที่ ๑ คืนเงินที่เก็บเกิน⏎ผู้ถือบัตร …⏎สิ่งที่ทำ …`: where the headings of records name them, a label for the subject
    /// further down tells what is done.
    mutating func settleSubjectLabels(in document: Document) {
        var found: [Int] = []
        var isNamed = false
        var hasAction = false
        for (index, line) in lines.enumerated() {
            if recordNumber(of: line) != nil || line.label == nil && isAboveLabel(index) {
                (isNamed, hasAction) = (!LineKind.isCount(line.key), false)
            } else if let label = line.label, label.role == .title {
                let isAlone = label.range.upperBound == line.range.upperBound && isAboveList(index, in: document)
                guard isNamed, hasAction || isAlone else { return }
                found.append(index)
            } else if let label = line.label {
                if label.role == .steps { return }
                hasAction = hasAction || label.role.isAction
            }
        }
        guard found.count >= 2 else { return }
        for index in found { lines[index].label?.role = .steps }
    }

    /// `* ๑. ตั้งโต๊ะบริการ⏎  * แผนงาน⏎    * ๑.๑ กำหนดหมู่บ้าน`: words for a subject, alone between the heading of a record and a
    /// list that is set in further, head what is to be done.
    mutating func adoptListLabels(in document: Document) {
        var places: [[UInt8]: [Int]] = [:]
        for index in lines.indices.dropFirst().dropLast() where lines[index].label == nil {
            let (above, line, below) = (lines[index - 1], lines[index], lines[index + 1])
            guard line.key.count <= 60, above.label == nil, above.line.indent < line.line.indent,
                line.line.indent < below.line.indent, below.label == nil, startsItem(index + 1, in: document)
            else { continue }
            let key = Array(line.key.dropFirst(Bullet.length(at: 0, in: line.key)))
            // `๑.๑` below `๑.` counts what is done for it, whatever the words say.
            let counts = outlinePart(below).map { $0.chapter == leadingNumber(above) } ?? false
            guard let match = matcher.match(key), match.certainty >= 0.94,
                match.role == .title || match.role == .steps || match.role == .extra && counts
            else { continue }
            places[key, default: []].append(index)
        }
        for found in places.values where found.count >= 2 {
            for index in found {
                let range = lines[index].range
                let start = LabelFinder.skipBullet(range, in: document.text)
                lines[index].label = LabelFinder.Label(
                    role: .steps, certainty: 1, range: start..<range.upperBound, bullet: range.lowerBound..<start,
                    hasColon: true)
            }
        }
    }

    /// Whether a numbered line stands right above a label.
    private func isAboveLabel(_ index: Int) -> Bool {
        guard index + 1 < lines.count, lines[index + 1].label != nil else { return false }
        return LineKind.isNumbered(Array(lines[index].key.dropFirst(Bullet.length(at: 0, in: lines[index].key))))
    }

    private func isAboveList(_ index: Int, in document: Document) -> Bool {
        index + 1 < lines.count && lines[index + 1].label == nil && startsItem(index + 1, in: document)
    }

    /// `ผลที่ได้ทำ : …⏎ผลลัพธ์ : …`: of two labels for what came of a measure the first is the result, in all records.
    mutating func pairOutputLabels(in text: [UInt8]) {
        guard !lines.contains(where: { $0.label?.role == .result }) else { return }
        let outcomes = lines.indices.filter { lines[$0].label?.role == .outcome }
        let keys = outcomes.map { index in lines[index].label.map { LabelFinder.key($0.range, in: text) } ?? [] }
        guard let first = keys.first, Set(keys).count == 2, keys.count(where: { $0 == first }) >= 2 else { return }
        for (index, key) in zip(outcomes, keys) where key == first { lines[index].label?.role = .result }
    }
}
