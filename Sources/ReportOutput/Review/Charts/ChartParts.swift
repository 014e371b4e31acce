internal import ReportParser

/// What charts are made of. A chart is a figure: its name, the drawing, and its numbers as a table.
extension HTMLWriter {
    /// Opens the figure `id`.
    mutating func beginChart(_ id: StaticString, _ name: ReviewPhrase) {
        markup("<figure class=\"chart\" id=\"")
        markup(id)
        markup("\"><figcaption><h2>")
        phrase(name)
        markup("</h2></figcaption>\n")
    }

    /// Opens the drawing of a figure, which screen readers know by its title and what follows as a table.
    mutating func beginDrawing(_ id: StaticString, _ name: ReviewPhrase, width: Int, height: Int) {
        markup("<svg role=\"img\" aria-labelledby=\"")
        markup(id)
        markup("-t ")
        markup(id)
        markup("-d\" viewBox=\"0 0 ")
        number(width)
        markup(" ")
        number(height)
        markup("\"><title id=\"")
        markup(id)
        markup("-t\"")
        textAttributes(name)
        markup(">")
        value(language == .thai ? name.thai : name.english)
        markup("</title><desc id=\"")
        markup(id)
        markup("-d\"")
        textAttributes(.asTable)
        markup(">")
        value(language == .thai ? ReviewPhrase.asTable.thai : ReviewPhrase.asTable.english)
        markup("</desc>\n")
    }

    /// Writes a rectangle of a class.
    mutating func rectangle(_ name: StaticString, x: Int, y: Int, width: Int, height: Int) {
        markup("<rect class=\"")
        markup(name)
        markup("\" x=\"")
        number(x)
        markup("\" y=\"")
        number(y)
        markup("\" width=\"")
        number(width)
        markup("\" height=\"")
        number(height)
        markup("\"/>")
    }

    /// Opens a text of a drawing.
    mutating func beginLabel(_ name: StaticString, x: Int, y: Int) {
        markup("<text class=\"")
        markup(name)
        markup("\" x=\"")
        number(x)
        markup("\" y=\"")
        number(y)
        markup("\">")
    }

    /// Writes a text of a drawing.
    mutating func label(_ name: StaticString, _ string: String, x: Int, y: Int) {
        beginLabel(name, x: x, y: y)
        // A sign within an HTML element would end the drawing.
        value(string)
        markup("</text>")
    }

    /// Writes what the bands of a chart look like.
    mutating func legend(_ bands: [(StaticString, ReviewPhrase)]) {
        markup("<ul class=\"legend\">")
        for (name, phrase) in bands {
            markup("<li><svg aria-hidden=\"true\" width=\"16\" height=\"12\" viewBox=\"0 0 16 12\">")
            rectangle(name, x: 0, y: 0, width: 16, height: 12)
            markup("</svg> ")
            self.phrase(phrase)
            markup("</li>")
        }
        markup("</ul>\n")
    }

    /// Opens the table with the numbers of a chart.
    mutating func beginNumbers(_ columns: [ReviewPhrase]) {
        markup("<details><summary>")
        phrase(.asTable)
        markup("</summary>\n<div class=\"wide\" tabindex=\"0\"><table class=\"list\"><thead><tr>")
        for (index, column) in columns.enumerated() {
            markup(index == 0 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"figure\">")
            phrase(column)
            markup("</th>")
        }
        markup("</tr></thead><tbody>\n")
    }

    /// Writes the numbers of a row and ends it.
    mutating func numbers(_ numbers: [Int]) {
        for number in numbers {
            markup("<td class=\"figure\">")
            text(number.grouped)
            markup("</td>")
        }
        markup("</tr>\n")
    }

    /// Closes the table and the figure.
    mutating func endChart() { markup("</tbody></table></div></details>\n</figure>\n") }

    /// Writes the patterns that part the bands for who does not tell their colours apart.
    mutating func patterns() {
        markup(
            """
            <svg class="patterns" aria-hidden="true" width="0" height="0"><defs>
            <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <rect class="b-in-progress" width="6" height="6"/><rect class="stroke" width="2" height="6"/></pattern>
            <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">\
            <rect class="b-not-started" width="6" height="6"/><circle class="stroke" cx="3" cy="3" r="1.2"/></pattern>
            </defs></svg>

            """)
    }

    /// Writes a text of a chart in both languages, one of which is shown.
    mutating func labels(_ name: StaticString, _ thai: String, _ english: String, x: Int, y: Int) {
        for (language, string) in [(ReviewLanguage.thai, thai), (.english, english)] {
            markup("<text class=\"u ")
            markup(name)
            markup("\" lang=\"")
            value(language.rawValue)
            markup("\" x=\"")
            number(x)
            markup("\" y=\"")
            number(y)
            markup("\">")
            value(string)
            markup("</text>")
        }
    }
}

extension String {
    /// The string cut to so many letters as people count them.
    func cut(to letters: Int) -> String { count <= letters ? self : prefix(letters - 1) + "…" }
}
