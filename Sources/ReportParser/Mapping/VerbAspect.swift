internal import ThaiText

/// What the words around a verb say of how far it has come: `นำเข้าแล้ว`, `กำลังนำเข้า`, `ยังไม่นำเข้า`.
///
/// Whoever fills in a column of states names the verb of the table's own work, and no list holds all verbs.
enum VerbAspect {
    /// In bytes of the comparable form: what is longer tells what was done.
    private static let longest = 75

    private static let before = PhraseTable([
        ("ยังไม่", StatusState.notStarted), ("ยังมิได้", .notStarted), ("ไม่ได้", .notStarted), ("มิได้", .notStarted),
        ("กำลัง", .inProgress), ("อยู่ระหว่าง", .inProgress), ("อยู่ในระหว่าง", .inProgress), ("ระหว่าง", .inProgress),
    ])
    private static let behind: [(word: [UInt8], state: StatusState)] = [
        (PlainText.key("แล้ว"), .completed), (PlainText.key("เรียบร้อย"), .completed),
        (PlainText.key("บางส่วน"), .inProgress),
    ]
    /// Words for an end that was not reached: `ยังส่งไม่ครบ` was begun.
    private static let ends = ["เสร็จ", "ครบ", "สิ้นสุด", "สมบูรณ์"].map { PlainText.key($0) }

    /// The state that a short text tells, given in comparable form.
    static func state(of key: [UInt8]) -> StatusState? {
        guard key.count <= longest else { return nil }
        guard let (_, state) = before.longestPhrase(in: key) else {
            return behind.first { key.count > $0.word.count && key.suffix($0.word.count).elementsEqual($0.word) }?.state
        }
        let speaksOfEnd = ends.contains { end in key.indices.contains { key.hasPrefix(end, at: $0) } }
        return state == .notStarted && speaksOfEnd ? .inProgress : state
    }
}
