import Reports

/// What every page of the workspace shares: head, top bar, breadcrumb, heading and foot.
///
/// No style and no script stands in the page itself, because the pages are sent with a policy that allows neither.
package enum Shell {
    /// - Parameters:
    ///   - viewer: nil for somebody who is not signed in: they see the brand and the guide.
    ///   - path: of the request, for the foot of the page and for what is current.
    ///   - asset: the address of a sheet or module by its name.
    package static func html(
        _ page: WebPage, viewer: Viewer?, path: String, asset: (String) -> String
    ) -> String {
        let sheets = ["tokens.css"] + page.styles.filter { !always.contains($0) } + ["workspace.css"]
        let links = sheets.map { "<link rel=\"stylesheet\" href=\"\(Markup.escape(asset($0)))\"/>\n" }.joined()
        let scripts = page.scripts.map { "<script type=\"module\" src=\"\(Markup.escape(asset($0)))\"></script>\n" }
        let title = page.title == brand ? brand : "\(page.title) – \(brand)"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(Markup.escape(title))</title>
            <link rel="icon" type="image/svg+xml" href="\(Markup.escape(asset("icon.svg")))"/>
            \(links)\(scripts.joined())</head>
            <body class="workspace">
            <a class="skip" href="#main">Skip to the content</a>
            \(TopBar(section: page.section, viewer: viewer).html)<main id="main" tabindex="-1">
            \(breadcrumb(page))<h1>\(Markup.escape(page.title))</h1>
            \(page.body)</main>
            \(footer(viewer))</body>
            </html>

            """
    }

    static let brand = "Shoreline"
    private static let always: Set<String> = ["tokens.css", "workspace.css"]

    private static func breadcrumb(_ page: WebPage) -> String {
        guard !page.trail.isEmpty else { return "" }
        let links = page.trail.map { "<li><a href=\"\(Markup.escape($0.path))\">\(Markup.escape($0.title))</a></li>\n" }
        return """
            <nav class="crumbs" aria-label="Breadcrumb">
            <ol>
            \(links.joined())<li aria-current="page">\(Markup.escape(page.title))</li>
            </ol>
            </nav>

            """
    }

    private static func footer(_ viewer: Viewer?) -> String {
        let place = viewer.map { " \(Markup.escape($0.organisation))." } ?? ""
        return """
            <footer class="foot">
            <p>Shoreline decides nothing: it shows what follows from the case.\(place) <a href="/guide/glossary">What do the words mean?</a></p>
            </footer>

            """
    }
}
