internal import CSQLite
internal import ThaiText

/// What SQLite said of an action that failed.
public struct DatabaseProblem: Error {
    /// SQLite's own words.
    public let message: String
}

/// An open SQLite database and its prepared statements.
final class SQLiteDatabase {
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// Opens the database at `path`, or makes it.
    init(_ path: String) throws(DatabaseProblem) {
        var opened: OpaquePointer?
        let status = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
        guard status == SQLITE_OK, let opened else {
            let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(opened)
            throw DatabaseProblem(message: message)
        }
        handle = opened
        sqlite3_busy_timeout(handle, 10_000)
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// The row id of the row inserted last.
    var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// Runs statements that need no values.
    func run(script: String) throws(DatabaseProblem) {
        guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else { throw problem }
    }

    /// Runs a statement with a value for each `?`; its rows, if it has any, are passed over.
    func run(_ sql: String, _ values: [FlatValue]) throws(DatabaseProblem) {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1), of: statement) }
        var status = sqlite3_step(statement)
        while status == SQLITE_ROW { status = sqlite3_step(statement) }
        guard status == SQLITE_DONE else { throw problem }
    }

    /// Adds a row to a table: values for the columns named.
    func insert(into table: String, _ row: KeyValuePairs<String, FlatValue>) throws(DatabaseProblem) {
        let columns = row.map { "\"\($0.key)\"" }.joined(separator: ", ")
        let places = row.map { _ in "?" }.joined(separator: ", ")
        try run("INSERT INTO \(table) (\(columns)) VALUES (\(places))", row.map(\.value))
    }

    private func prepared(_ sql: String) throws(DatabaseProblem) -> OpaquePointer {
        if let known = statements[sql] { return known }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK,
            let statement
        else { throw problem }
        statements[sql] = statement
        return statement
    }

    private func bind(_ value: FlatValue, at index: Int32, of statement: OpaquePointer) {
        switch value {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
        case .share(let share): sqlite3_bind_double(statement, index, (share * 100).rounded() / 100)
        case .decimal(let number): bind(Array(number.description.utf8), at: index, of: statement)
        case .date(let day): bind(Array(day.description.utf8), at: index, of: statement)
        case .text(let bytes): bind(bytes, at: index, of: statement)
        }
    }

    private func bind(_ bytes: [UInt8], at index: Int32, of statement: OpaquePointer) {
        // An empty array may have no address, and a text without one would be NULL.
        (bytes.isEmpty ? [0] : bytes).withUnsafeBytes { buffer in
            let text = buffer.bindMemory(to: CChar.self).baseAddress
            _ = itaparse_bind_text(statement, index, text, Int32(clamping: bytes.count))
        }
    }

    private var problem: DatabaseProblem { DatabaseProblem(message: String(cString: sqlite3_errmsg(handle))) }
}
