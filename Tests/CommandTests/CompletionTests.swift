import Foundation
import Testing

@Suite("Completion and manual page")
struct CompletionTests {
    /// What bash offers behind a command line, the last word of which is begun.
    private func offers(_ line: String) throws -> [String] {
        let folder = try Folder()
        let script = try Program.run(["completion", "bash"])
        try folder.write("completion.bash", script.output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.currentDirectoryURL = folder.url
        process.arguments = [
            "bash", "-c",
            """
            source completion.bash
            COMP_WORDS=($1); [[ $1 == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _itaparse 2>/dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """, "bash", line,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test(
        "bash offers commands, options and values",
        arguments: [
            ("itaparse conv", ["convert"]), ("itaparse convert --em", ["--emit-text"]),
            ("itaparse convert --format c", ["csv"]), ("itaparse convert --format = js", ["json", "jsonl"]),
            ("itaparse numbers --as ", ["text", "outline", "code"]), ("itaparse completion ", ["bash", "zsh", "fish"]),
        ])
    func bash(line: String, words: [String]) throws { #expect(try offers(line) == words) }

    @Test("every option of every command is in each script and in the manual page")
    func allOptions() throws {
        let help = String(decoding: try Program.run(["--help"]).output, as: UTF8.self)
        let commands = help.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("  itaparse") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(commands.contains("convert") && commands.count >= 7)
        let texts = try [["completion", "bash"], ["completion", "zsh"], ["completion", "fish"], ["man"]].map {
            String(decoding: try Program.run($0).output, as: UTF8.self).replacing("\\-", with: "-")
        }
        for command in commands {
            let page = String(decoding: try Program.run([command, "--help"]).output, as: UTF8.self)
            for option in page.matches(of: #/--([a-z][a-z-]+) /#).map({ String($0.1) }) {
                #expect(texts.allSatisfy { $0.contains(option) }, "\(command) --\(option)")
            }
        }
    }
}
