internal import Glibc

/// Something that building, running or testing needs from outside: a library, a program, data; and Debian's package.
///
/// The table is `requirements.tsv`, which `scripts/setup` reads too.
public struct Requirement: Sendable {
    /// How its presence is told.
    public enum Probe: Hashable, Sendable {
        /// A C header below the system's folders of headers.
        case header(String)
        /// A program on `PATH`.
        case program(String)
        /// A shared library that the dynamic linker finds.
        case library(String)
        /// A file.
        case file(String)
        /// A trained model of Tesseract, by its language.
        case model(String)
        /// Modules of Python.
        case module(String)
    }

    /// What cannot be done without it.
    public enum Need: String, Sendable {
        /// Building the program.
        case build
        /// Reading its formats.
        case run
        /// Reading formats that few need.
        case option
        /// The tests.
        case tests
        /// Training the digit recogniser again.
        case training
    }

    /// Its name in the table, by which code asks for it.
    public let key: String
    /// Debian's package.
    public let package: String
    /// How its presence is told.
    public let probe: Probe
    /// What cannot be done without it.
    public let need: Need
    /// The formats that it serves, as ``Capability`` names them; `all` for each of them.
    public let formats: [String]
    /// What it is for, in words that follow its name.
    public let purpose: String

    /// All rows of the table.
    public static let all: [Requirement] = {
        let text = String(decoding: PackageResources.requirements_tsv, as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap { Requirement(row: $0) }
    }()

    private init?(row: Substring) {
        let fields = row.split(separator: "\t").map { String($0) }
        guard fields.count == 7, let probe = Probe(kind: fields[2], name: fields[3]),
            let need = Need(rawValue: fields[4])
        else { return nil }
        key = fields[0]
        package = fields[1]
        self.probe = probe
        self.need = need
        formats = fields[5] == "-" ? [] : fields[5].split(separator: " ").map { String($0) }
        purpose = fields[6]
    }

    /// Whether it is there.
    public var isMet: Bool { probe.isMet }
}

extension Requirement.Probe {
    fileprivate init?(kind: String, name: String) {
        switch kind {
        case "header": self = .header(name)
        case "program": self = .program(name)
        case "library": self = .library(name)
        case "file": self = .file(name)
        case "model": self = .model(name)
        case "module": self = .module(name)
        default: return nil
        }
    }

    fileprivate var isMet: Bool {
        switch self {
        case .header(let name):
            return ["/usr/include", "/usr/local/include"].contains { exists("\($0)/\(name)") }
                || matches("/usr/include/*-linux-gnu*/\(name)")
        case .program(let name): return Self.path(ofProgram: name) != nil
        case .library(let name):
            guard let library = dlopen(name, RTLD_LAZY | RTLD_LOCAL) else { return false }
            dlclose(library)
            return true
        case .file(let path): return exists(path)
        case .model(let language):
            let name = "\(language).traineddata"
            if let folder = getenv("TESSDATA_PREFIX").map({ String(cString: $0) }) {
                return exists("\(folder)/\(name)")
            }
            return matches("/usr/share/tesseract-ocr/*/tessdata/\(name)") || exists("/usr/share/tessdata/\(name)")
                || exists("/usr/local/share/tessdata/\(name)")
        case .module: return Self.path(ofProgram: "python3") != nil
        }
    }

    /// Where on `PATH` a program lies; `nil` where it lies nowhere there.
    static func path(ofProgram name: String) -> String? {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        return path.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    private func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

    private func matches(_ pattern: String) -> Bool {
        var found = glob_t()
        defer { globfree(&found) }
        return glob(pattern, 0, nil, &found) == 0 && found.gl_pathc > 0
    }
}

extension FormatProblem {
    /// The problem that something of the table of requirements is not installed.
    ///
    /// - Parameter key: its name in the table.
    /// - Returns: the problem, which names the package to install.
    public static func missing(_ key: String) -> FormatProblem {
        guard let requirement = Requirement.all.first(where: { $0.key == key }) else {
            return FormatProblem(.missingProgram, "\(key) is not installed")
        }
        return FormatProblem(
            .missingProgram,
            "\(requirement.key) (\(requirement.purpose)) is not installed: apt-get install \(requirement.package)")
    }
}
