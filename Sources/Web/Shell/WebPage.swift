/// One page of the workspace, without what all pages share.
package struct WebPage: Sendable {
    package enum Section: String, Sendable { case home, cases, atlas, guide, people, audit, account }

    package var title: String
    /// The part of the main navigation that is marked as current.
    package var section: Section?
    /// From the section down to the page above this one.
    package var trail: [Link] = []
    /// HTML.
    package var body: String
    /// Names of modules in `Assets`, such as `choice.js`.
    package var scripts: [String] = []
    /// Further style sheets of `Assets` or of the reports, such as `choice.css`.
    package var styles: [String] = []

    package struct Link: Sendable {
        package var title: String
        package var path: String
        package init(_ title: String, _ path: String) {
            self.title = title
            self.path = path
        }
    }

    package init(
        title: String, section: Section?, trail: [Link] = [], body: String, scripts: [String] = [],
        styles: [String] = []
    ) {
        self.title = title
        self.section = section
        self.trail = trail
        self.body = body
        self.scripts = scripts
        self.styles = styles
    }
}
