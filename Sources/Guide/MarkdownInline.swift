/// What stands inside a line: `code`, **bold**, [links](glossary.md#median), and a backslash before a sign that is meant
/// as it is.
enum MarkdownInline {
    enum Part: Equatable, Sendable {
        case text(String)
        case code(String)
        case bold([Part])
        case link([Part], target: String)
    }

    static func html(_ text: String) -> String { html(parts(Array(text))) }

    /// Without any marks.
    static func plain(_ text: String) -> String { plain(parts(Array(text))) }

    static func links(_ text: String) -> [String] { links(parts(Array(text))) }

    /// Where a link leads on the site; nil for what may not be linked: other sites, scripts, addresses of other hosts.
    ///
    /// `glossary.md#median` is `/guide/glossary#median`, `05-what-would-change-it.md` is
    /// `/guide/what-would-change-it`, and a path of the workspace stays as it is.
    static func address(_ target: String) -> String? {
        let allowed = target.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/-_.#".contains($0)) }
        guard allowed, !target.isEmpty, !target.hasPrefix("//"), !target.contains("..") else { return nil }
        if target.hasPrefix("/") { return target }
        if target.hasPrefix("#") { return target.count > 1 ? target : nil }
        let halves = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let file = halves.first, file.hasSuffix(".md"), !file.contains("/") else { return nil }
        let place = halves.count > 1 ? "#\(halves[1])" : ""
        return "/guide/\(GuideFile.slug(of: file))\(place)"
    }

    private static func html(_ parts: [Part]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): HTMLText.escape(text)
            case .code(let text): "<code>\(HTMLText.escape(text))</code>"
            case .bold(let inner): "<strong>\(html(inner))</strong>"
            case .link(let inner, let target):
                if let address = address(target) {
                    "<a href=\"\(HTMLText.escape(address))\">\(html(inner))</a>"
                } else {
                    html(inner)
                }
            }
        }.joined()
    }

    private static func plain(_ parts: [Part]) -> String {
        parts.map { part in
            switch part {
            case .text(let text), .code(let text): text
            case .bold(let inner), .link(let inner, _): plain(inner)
            }
        }.joined()
    }

    private static func links(_ parts: [Part]) -> [String] {
        parts.flatMap { part -> [String] in
            switch part {
            case .text, .code: []
            case .bold(let inner): links(inner)
            case .link(let inner, let target): [target] + links(inner)
            }
        }
    }

    static func parts(_ text: [Character]) -> [Part] {
        var parts: [Part] = []
        var plain = ""
        var at = 0
        func flush() {
            if !plain.isEmpty { parts.append(.text(plain)) }
            plain = ""
        }
        while at < text.count {
            if text[at] == "\\", at + 1 < text.count, text[at + 1].isPunctuation || text[at + 1].isSymbol {
                plain.append(text[at + 1])
                at += 2
            } else if let (part, end) = marked(text, at) {
                flush()
                parts.append(part)
                at = end
            } else {
                plain.append(text[at])
                at += 1
            }
        }
        flush()
        return parts
    }

    /// The marked part that begins here, and where the text goes on; nil where none begins.
    private static func marked(_ text: [Character], _ at: Int) -> (Part, Int)? {
        switch text[at] {
        case "`":
            guard let end = find(["`"], in: text, from: at + 1) else { return nil }
            return (.code(String(text[(at + 1)..<end])), end + 1)
        case "*":
            guard at + 1 < text.count, text[at + 1] == "*", let end = find(["*", "*"], in: text, from: at + 2),
                end > at + 2
            else { return nil }
            return (.bold(parts(Array(text[(at + 2)..<end]))), end + 2)
        case "[":
            guard let middle = find(["]", "("], in: text, from: at + 1), middle > at + 1,
                let end = find([")"], in: text, from: middle + 2)
            else { return nil }
            return (
                .link(parts(Array(text[(at + 1)..<middle])), target: String(text[(middle + 2)..<end])), end + 1
            )
        default: return nil
        }
    }

    private static func find(_ sign: [Character], in text: [Character], from start: Int) -> Int? {
        var at = start
        while at + sign.count <= text.count {
            if Array(text[at..<(at + sign.count)]) == sign { return at }
            at += 1
        }
        return nil
    }
}
