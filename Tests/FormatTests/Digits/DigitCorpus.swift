import Foundation
import Testing

@testable import ReportFormats

/// The pictures of Tests/Corpus/digits, and what they show.
enum DigitCorpus {
    /// A picture with the columns of its line.
    struct Entry {
        let label: String
        let picture: GreyPicture
        let font: String
        let damage: String
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus/digits")

    /// A file's text.
    static func text(_ file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    /// The pictures of `name.bin`, whose lines are in `name.tsv`.
    static func entries(_ name: String) throws -> [Entry] {
        let packed = [UInt8](try Data(contentsOf: folder.appending(path: "\(name).bin")))
        let table = try text("\(name).tsv")
        var start = 0
        return try table.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let width = try #require(Int(fields[1]))
            let height = try #require(Int(fields[2]))
            let bytes = packed[start..<(start + (width * height + 1) / 2)]
            start += bytes.count
            // Two pixels a byte, 16 levels.
            let levels = bytes.flatMap { [($0 >> 4) * 17, ($0 & 15) * 17] }
            let picture = try #require(GreyPicture(levels: levels, width: width, height: height))
            let damage = fields.count > 4 ? String(fields[4]) : ""
            return Entry(label: String(fields[0]), picture: picture, font: String(fields[3]), damage: damage)
        }
    }

    /// The value of a digit's label; null for `other`.
    static func value(_ label: String) -> Int? {
        guard label.unicodeScalars.count == 1, let scalar = label.unicodeScalars.first else { return nil }
        return scalar.properties.numericValue.map { Int($0) }
    }
}
