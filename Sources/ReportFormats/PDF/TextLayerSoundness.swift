/// Whether the text layer of a page says what stands on it.
enum TextLayerSoundness: Sendable {
    case sound
    /// It says something else, so that a recognised picture says more.
    case unsound
    /// There is none.
    case missing

    init(of page: TextLayer.Page) {
        self = page.runs.isEmpty ? .missing : .sound
    }
}
