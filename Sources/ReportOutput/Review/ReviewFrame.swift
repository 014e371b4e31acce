internal import ReportParser

/// What stands around every page: its head with its security policy, the ways past its parts, help.
struct ReviewFrame {
    /// What a page is about.
    enum Kind { case report, overview }

    let title: String
    let kind: Kind
    let scripts: [ReviewAsset]

    /// Writes all up to the page's own header.
    func begin(_ html: inout HTMLWriter) {
        html.markup("<!DOCTYPE html>\n<html lang=\"")
        html.value(html.language.rawValue)
        html.markup("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
        html.markup("default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-")
        html.value(ReviewAsset.style.fingerprint)
        html.markup("'; script-src")
        for script in scripts {
            html.markup(" 'sha256-")
            html.value(script.fingerprint)
            html.markup("'")
        }
        html.markup("\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        // A title is text to its end tag: nothing in it is an element.
        html.value(title.isEmpty ? ReviewPhrase.reviewTitle.thai : title)
        html.markup("</title>\n<style>")
        html.asset(.style)
        html.markup("</style>\n</head>\n<body class=\"")
        html.markup(kind == .report ? "report" : "overview")
        html.markup("\">\n")
        for (target, phrase) in skips {
            html.markup("<a class=\"skip\" href=\"#")
            html.value(target)
            html.markup("\">")
            html.phrase(phrase)
            html.markup("</a>\n")
        }
    }

    private var skips: [(String, ReviewPhrase)] {
        kind == .report
            ? [("records", .skipToRecords), ("source", .skipToSource)] : [("reports", .skipToTable)]
    }

    /// Writes the choice of the language and the way to the help.
    static func writeTools(_ html: inout HTMLWriter) {
        html.markup("<div class=\"tools\"><fieldset class=\"languages\"><legend class=\"vh\">")
        html.phrase(.language)
        html.markup("</legend>")
        for language in ReviewLanguage.allCases {
            html.markup("<label lang=\"")
            html.value(language.rawValue)
            html.markup("\"><input type=\"radio\" name=\"language\" autocomplete=\"off\" id=\"lang-")
            html.value(language.rawValue)
            html.markup("\"")
            if language == html.language { html.markup(" checked") }
            html.markup("><span>")
            html.markup(language == .thai ? "ไทย" : "English")
            html.markup("</span></label>")
        }
        html.markup("</fieldset>\n<button type=\"button\" class=\"help scripted\" id=\"help-button\">")
        html.phrase(.help)
        html.markup(" <kbd>?</kbd></button></div>\n")
    }

    /// Writes all below the page's own content.
    func end(_ html: inout HTMLWriter) {
        writeHelp(&html)
        html.markup("<footer class=\"foot\"><p>")
        html.phrase(.generatedBy)
        html.markup(" itaparse ")
        html.text(ReportParser.version)
        html.markup("</p></footer>\n")
        for script in scripts {
            html.markup("<script>")
            html.asset(script)
            html.markup("</script>\n")
        }
        html.markup("</body>\n</html>\n")
    }

    private func writeHelp(_ html: inout HTMLWriter) {
        html.markup("<dialog id=\"help\" aria-labelledby=\"help-h\"><h2 id=\"help-h\">")
        html.phrase(.helpTitle)
        html.markup("</h2>\n<table><thead class=\"vh\"><tr><th scope=\"col\">")
        html.phrase(.key)
        html.markup("</th><th scope=\"col\">")
        html.phrase(.action)
        html.markup("</th></tr></thead>\n<tbody>\n")
        for (key, phrase) in keys {
            html.markup("<tr><th scope=\"row\"><kbd>")
            html.text(key)
            html.markup("</kbd></th><td>")
            html.phrase(phrase)
            html.markup("</td></tr>\n")
        }
        // Who speaks to a computer may press letters without meaning to.
        html.markup("</tbody></table>\n<p><label><input type=\"checkbox\" id=\"keys\" autocomplete=\"off\" checked> ")
        html.phrase(.useKeys)
        html.markup("</label></p>\n<form method=\"dialog\"><button>")
        html.phrase(.close)
        html.markup("</button></form></dialog>\n")
    }

    private var keys: [(String, ReviewPhrase)] {
        let common: [(String, ReviewPhrase)] = [
            ("/", .helpSearch), ("Esc", .helpEscape), ("l", .helpLanguage), ("?", .helpHelp),
        ]
        switch kind {
        case .report:
            return [
                ("j ↓", .helpNext), ("k ↑", .helpPrevious), ("n p", .helpFinding), ("1 2 3", .helpTabs),
                ("s", .helpSource), ("← →", .helpPlaces),
            ] + common
        case .overview: return [("j k", .helpRowNext)] + common
        }
    }
}
