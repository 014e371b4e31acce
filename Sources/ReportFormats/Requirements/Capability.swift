/// A kind of file that can be read where what it needs is installed.
public struct Capability: Sendable {
    /// Its name in the table of requirements.
    public let key: String
    /// What people call it.
    public let name: String
    /// Whether it is one that few need, so that its absence is nothing amiss.
    public let isOptional: Bool

    /// All of them, in the order in which they are told.
    public static let all = [
        Capability(key: "text", name: "text, CSV, Markdown, HTML in text", isOptional: false),
        Capability(key: "html", name: "web pages", isOptional: false),
        Capability(key: "zip", name: "ZIP archives of reports", isOptional: false),
        Capability(key: "docx", name: "DOCX, ODT", isOptional: false),
        Capability(key: "xlsx", name: "XLSX, ODS", isOptional: false),
        Capability(key: "pdf", name: "PDF with text", isOptional: false),
        Capability(key: "scans", name: "scans: PDF, PNG, JPEG, TIFF", isOptional: false),
        Capability(key: "doc", name: "DOC of Word before 2007", isOptional: true),
        Capability(key: "xls", name: "XLS of Excel before 2007", isOptional: true),
    ]

    /// What it needs to run and is not there.
    ///
    /// What it needs to be built is in the program.
    public var missing: [Requirement] {
        Requirement.all.filter { requirement in
            (requirement.need == .run || requirement.need == .option)
                && (requirement.formats.contains(key) || requirement.formats.contains("all")) && !requirement.isMet
        }
    }
}
