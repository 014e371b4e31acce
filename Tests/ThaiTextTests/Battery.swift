import Foundation

/// The batteries of the folder that is shared beside the repository.
enum Battery {
    /// The rows of a battery, a dictionary of cells by column each, `\n`, `\t` and `\uXXXX` in them read; `nil`, and a
    /// note, where the folder is not there.
    static func rows(_ name: String) -> [[String: String]]? {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "../shared/batteries/\(name)").standardized
        guard let table = try? String(contentsOf: file, encoding: .utf8) else {
            print("note: \(file.path) is not here; its cases were skipped")
            return nil
        }
        let lines = table.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped(String($0)) }
        }
        guard let columns = lines.first else { return [] }
        return lines.dropFirst().map { cells in
            Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0 < cells.count ? cells[$0] : "") })
        }
    }

    /// The other answers that the notes of a row allow.
    static func alternatives(_ notes: String) -> [String] {
        notes.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix("alt=") }.map { String($0.dropFirst(4)) }
    }

    private static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let slash = rest.firstIndex(of: "\\") {
            result += rest[..<slash]
            rest = rest[rest.index(after: slash)...]
            switch rest.popFirst() {
            case "n": result += "\n"
            case "t": result += "\t"
            case "u":
                let digits = rest.prefix(4)
                if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                    result.unicodeScalars.append(scalar)
                }
                rest = rest.dropFirst(4)
            case let other?: result.append(other)
            case nil: break
            }
        }
        return result + rest
    }
}
