/// The language that pages show first; they hold both.
public enum ReviewLanguage: String, CaseIterable, Sendable {
    /// Thai.
    case thai = "th"
    /// English.
    case english = "en"
}
