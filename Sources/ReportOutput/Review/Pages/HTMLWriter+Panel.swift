extension HTMLWriter {
    /// Begins one of the panels beside the source: its heading, and how many things it lists.
    mutating func beginPanel(_ id: StaticString, _ heading: ReviewPhrase, count: Int) {
        markup("<section id=\"")
        markup(id)
        markup("\" class=\"panel\" tabindex=\"-1\" aria-labelledby=\"")
        markup(id)
        markup("-h\">\n<h2 id=\"")
        markup(id)
        markup("-h\">")
        phrase(heading)
        markup(" <span class=\"count\">")
        number(count)
        markup("</span></h2>\n")
    }
}
