extension HTMLWriter {
    /// Begins the form of filters above a list, with its field for words to search for.
    mutating func beginFilters(hint: ReviewPhrase) {
        markup("<form class=\"filters scripted\" id=\"filters\" role=\"search\"")
        attribute("aria-label", .filters)
        markup(
            ">\n<input type=\"search\" id=\"search\" autocomplete=\"off\" spellcheck=\"false\" aria-labelledby=\"search-l\""
        )
        attribute("placeholder", hint)
        markup("><span class=\"vh\" id=\"search-l\">")
        phrase(.search)
        markup("</span>\n")
    }
}
