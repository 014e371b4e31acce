extension PageReader {
    /// Reads a field, button or picture as a browser shows it; returns the index of the next node.
    mutating func readControl(_ index: Int, in place: Place) -> Int {
        switch tree.element(index) {
        case .input: readInput(index)
        case .select: return readSelect(index)
        case .button: collect(index)
        case .img: readPicture(index, in: place)
        default: return index + 1
        }
        return tree.end(of: index)
    }

    /// The words that a field, a button or a picture has in its attributes.
    func words(ofControl index: Int) -> String? {
        guard tree.element(index) == .input else { return tree.attribute(.alt, of: index) }
        switch tree.attribute(.type, of: index)?.lowercased() {
        case "checkbox", "radio": return tree.attribute(.checked, of: index) == nil ? "☐" : "☑"
        // Nothing of these is shown.
        case "hidden", "password", "file", "image", "range", "color": return nil
        default: return tree.attribute(.value, of: index)
        }
    }

    private mutating func readInput(_ index: Int) {
        guard let words = words(ofControl: index) else { return }
        switch tree.attribute(.type, of: index)?.lowercased() {
        case "submit", "reset", "button": collect(Array(words.utf8))
        default:
            flow.appendSpace()
            flow.append(words)
            flow.appendSpace()
        }
    }

    /// The options that are chosen are shown, the first where none is; the others are not.
    private mutating func readSelect(_ index: Int) -> Int {
        let end = tree.end(of: index)
        let options = (index + 1..<max(end, index + 1)).filter { tree.element($0) == .option }
        var shown = Set(options.filter { tree.attribute(.selected, of: $0) != nil })
        if shown.isEmpty, let first = options.first { shown = [first] }
        for option in options {
            if shown.contains(option) {
                flow.appendSpace()
                for text in option + 1..<max(tree.end(of: option), option + 1) where tree.element(text) == .text {
                    flow.append(tree.text, tree.bytes(of: text))
                }
            } else {
                collect(option)
            }
        }
        flow.appendSpace()
        return end
    }

    /// The words for a picture are shown where it is not; in a cell that holds nothing else they say what it means.
    private mutating func readPicture(_ index: Int, in place: Place) {
        guard let words = tree.attribute(.alt, of: index), words.utf8.contains(where: { $0 > 0x20 }) else { return }
        if place == .cell, isAloneInCell(index) { flow.append(words) } else { collect(Array(words.utf8)) }
    }

    private func isAloneInCell(_ index: Int) -> Bool {
        var parent = Int(tree.nodes[index].parent)
        var steps = 0
        while parent >= 0, steps < 64 {
            if tree.element(parent) == .td || tree.element(parent) == .th { return regions.letters(in: parent) == 0 }
            parent = Int(tree.nodes[parent].parent)
            steps += 1
        }
        return false
    }
}
