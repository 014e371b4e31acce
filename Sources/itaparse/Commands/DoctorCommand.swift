internal import ReportFormats
internal import ReportOutput
internal import ReportParser

/// `itaparse doctor`: what this machine can read, and what to install for the rest.
enum DoctorCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var isJSON = false
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "doctor", summary: "Say what this machine can read, and what to install for the rest", operands: "",
        details: """
            A line for each kind of file: ready, or what is missing and which Debian package has it.
            Exit status: 0 all can be read (kinds that few need apart), 1 something is missing, 2 wrong usage.
            """,
        options: [
            .flag("json", nil, "Write JSON for programs", \.isJSON),
            .flag("help", "h", "Show this help", \.wantsHelp),
        ],
        examples: [("itaparse doctor", "what can be read here")])

    /// Runs the command; returns the exit status.
    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in
            guard operands.isEmpty else { throw UsageError("doctor takes no arguments") }
            let states = Capability.all.map { (capability: $0, missing: $0.missing) }
            if arguments.isJSON { try writeJSON(states) } else { try Terminal.out(text(of: states)) }
            return states.allSatisfy { $0.missing.isEmpty || $0.capability.isOptional } ? 0 : 1
        }
    }

    private typealias State = (capability: Capability, missing: [Requirement])

    private static func text(of states: [State]) -> String {
        let width = states.map(\.capability.name.count).max() ?? 0
        var lines = states.map { state in
            let name = state.capability.name
            let head = name + String(repeating: " ", count: width - name.count + 2)
            guard !state.missing.isEmpty else { return "\(head)ready" }
            let parts = state.missing.map { "\($0.key) (\($0.purpose))" }
            let word = state.capability.isOptional ? "not installed, few need it" : "missing"
            return
                "\(head)\(word): \(parts.joined(separator: ", ")); apt-get install \(packages(of: [state]).joined(separator: " "))"
        }
        let needed = packages(of: states.filter { !$0.capability.isOptional })
        if !needed.isEmpty { lines += ["", "To read all: apt-get install \(needed.joined(separator: " "))"] }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The packages with what is missing, each once.
    private static func packages(of states: [State]) -> [String] {
        var packages: [String] = []
        for requirement in states.flatMap(\.missing) where !packages.contains(requirement.package) {
            packages.append(requirement.package)
        }
        return packages
    }

    private static func writeJSON(_ states: [State]) throws {
        var json = JSONWriter { bytes in try OutputFile.writeToStandardOutput(bytes) }
        json.beginObject()
        json.string("version", ReportParser.version)
        json.beginArray("formats")
        for state in states {
            json.beginObject()
            json.string("format", state.capability.key)
            json.string("name", state.capability.name)
            json.bool("ready", state.missing.isEmpty)
            json.bool("optional", state.capability.isOptional)
            json.beginArray("missing")
            for requirement in state.missing {
                json.beginObject()
                json.string("name", requirement.key)
                json.string("package", requirement.package)
                json.string("purpose", requirement.purpose)
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endLine()
        try json.flush()
    }
}
