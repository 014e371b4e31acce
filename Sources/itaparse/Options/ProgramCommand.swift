/// A command of the program.
protocol ProgramCommand: SendableMetatype {
    associatedtype Arguments: CommandArguments

    /// Its name, options and help.
    static var spec: CommandSpec<Arguments> { get }

    /// Runs it with the words behind its name; returns the exit status.
    static func run(_ words: ArraySlice<String>) throws -> Int32
}

extension ProgramCommand {
    static var page: CommandPage { spec.page }
}
