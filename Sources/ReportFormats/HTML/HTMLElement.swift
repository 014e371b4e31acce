/// The elements that reading a page tells apart.
enum HTMLElement: UInt8 {
    /// Text between tags.
    case text
    case table, caption, thead, tbody, tfoot, tr, td, th
    case h1, h2, h3, h4, h5, h6
    case ol, ul, li, dl, dt, dd
    case br, hr, pre
    case input, select, option, textarea, button
    case a, b, img
    case nav, header, footer, aside, dialog
    case article, main
    case title, head, body
    /// What browsers do not show: scripts switched off, templates, fallbacks.
    case unseen
    /// Any other element that begins and ends a line.
    case block
    /// Any other element.
    case inline

    init(named name: String) {
        self = Self.named[name] ?? .inline
    }

    private static let named: [String: HTMLElement] = {
        var named: [String: HTMLElement] = [
            "table": .table, "caption": .caption, "thead": .thead, "tbody": .tbody, "tfoot": .tfoot, "tr": .tr,
            "td": .td, "th": .th, "h1": .h1, "h2": .h2, "h3": .h3, "h4": .h4, "h5": .h5, "h6": .h6, "ol": .ol,
            "ul": .ul, "menu": .ul, "dir": .ul, "li": .li, "dl": .dl, "dt": .dt, "dd": .dd, "br": .br, "hr": .hr,
            "pre": .pre, "xmp": .pre, "listing": .pre, "plaintext": .pre, "input": .input, "select": .select,
            "option": .option, "textarea": .textarea, "button": .button, "a": .a, "b": .b, "strong": .b, "img": .img,
            "nav": .nav, "header": .header, "footer": .footer, "aside": .aside, "dialog": .dialog,
            "article": .article, "main": .main, "title": .title, "head": .head, "body": .body,
        ]
        for name in ["script", "style", "template", "noscript", "datalist", "noframes", "iframe", "object", "audio"]
            + ["video", "canvas", "rp", "optgroup", "noembed"]
        {
            named[name] = .unseen
        }
        // The label of a group of options is an attribute; its options are shown.
        named["optgroup"] = .inline
        for name in [
            "div", "p", "section", "form", "center", "blockquote", "figure", "figcaption", "fieldset", "legend",
            "address", "details", "summary", "html", "hgroup", "search", "frameset", "frame", "marquee", "colgroup",
            "col",
        ] { named[name] = .block }
        return named
    }()

    /// The level of a heading, 1 to 6, else 0.
    var headingLevel: Int {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: 0
        }
    }

    /// Whether it begins and ends a line.
    var isBlock: Bool {
        switch self {
        case .text, .br, .input, .select, .option, .textarea, .button, .a, .b, .img, .inline, .unseen: false
        default: true
        }
    }
}
