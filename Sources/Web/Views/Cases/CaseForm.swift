package import Notation
import Reports
import Sourcing

/// A case as a form. The keys, labels and hints come from the table that the reader uses.
///
/// The form carries the text it was made from, so that options can be added and removed before anything is saved, and
/// what stands in the text but not in the form is never lost. Weakness: lists (prices by volume, levels in words,
/// correlations) are shown as they are written, or only named where they fill several lines.
package enum CaseForm {
    package struct Content: Sendable {
        package var id: String
        package var title: String
        /// What the form shows: the saved version, or that version with what was typed.
        package var text: String
        /// The version that the editing began with.
        package var version: Int
        package var faults: [Fault]
        /// What was typed and could not be taken over, by the name of its field.
        package var typed: [String: String]
        package var note: String
        /// A sentence about what just happened, e.g. that an option was added and is not saved yet.
        package var message: String?

        package init(
            id: String, title: String, text: String, version: Int, faults: [Fault] = [], typed: [String: String] = [:],
            note: String = "", message: String? = nil
        ) {
            self.id = id
            self.title = title
            self.text = text
            self.version = version
            self.faults = faults
            self.typed = typed
            self.note = note
            self.message = message
        }
    }

    /// The name of the button's value: `save`, `check`, `add options` or `remove options.pune`.
    package static let action = "do"
    private static let contents = "form-contents"
    /// The field that carries the text.
    package static let textField = "text"

    package static func page(_ content: Content, viewer: Viewer) -> WebPage {
        WebPage(
            title: "Edit \(content.title)", section: .cases,
            trail: [.init("Cases", "/cases"), .init(content.title, FormParts.path(content.id))],
            body: body(content, viewer: viewer), styles: ["cases.css"])
    }

    private static func body(_ content: Content, viewer: Viewer) -> String {
        let text: CaseText
        do {
            text = try CaseText(content.text)
        } catch {
            return FormParts.summary(
                error.faults, title: "The text cannot be read, so there is no form of it", link: { _ in nil })
                + "<p><a class=\"button\" href=\"\(FormParts.path(content.id, "text"))\">Edit the text</a></p>\n"
        }
        let fields = FormFields(text: text, faults: content.faults, typed: content.typed)
        let sections = fields.sections()
        let head =
            content.faults.count == 1
            ? "One thing must be mended before this can be saved"
            : "\(FormParts.capital(Format.word(content.faults.count))) things must be mended before this can be saved"
        let message = content.message.map { "<p class=\"notice\" role=\"status\">\(Markup.escape($0))</p>\n" } ?? ""
        return """
            <p class="lead">Only what you change here is changed in the case; its notes and layout stay. \
            Numbers you are not sure of may be ranges: <code>{ low: 2, likely: 3, high: 5 }</code>.</p>
            \(message)\(FormParts.summary(content.faults, title: head, link: fields.anchor))\
            \(fields.tableOfContents(id: contents))
            <form class="case-form" method="post" action="\(FormParts.path(content.id, "edit"))">
            \(FormParts.hidden(viewer, base: content.version))\(FormParts.hiddenText(textField, content.text))
            <div class="savebar"><div class="field"><label for="note">What you changed, and why</label>
            <input id="note" name="note" value="\(Markup.escape(content.note))" maxlength="500" autocomplete="off"></div>
            <button class="primary" name="\(action)" value="save">Save as a new version</button>
            <button name="\(action)" value="check">Check without saving</button>
            <a class="button wide-only" href="#\(contents)">Contents</a></div>
            \(sections)<div class="footbar"><a class="button" href="#\(contents)">Contents</a>
            <button class="primary" name="\(action)" value="save">Save as a new version</button></div></form>

            """
    }
}
