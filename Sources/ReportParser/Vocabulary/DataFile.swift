/// The tab separated tables that are compiled into the program.
enum DataFile {
    /// The rows of a table below its header; lines that begin with a tab are none.
    ///
    /// Split as bytes: to look for the ends of lines among characters takes longer than to read a report.
    static func rows(_ file: [UInt8]) -> [[Substring]] {
        file.split(separator: 0x0A).dropFirst().filter { $0.first != 0x09 }.map { line in
            line.split(separator: 0x09, omittingEmptySubsequences: false).map {
                Substring(decoding: $0, as: UTF8.self)
            }
        }
    }
}
