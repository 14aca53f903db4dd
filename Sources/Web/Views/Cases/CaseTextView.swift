package import Notation
import Reports

/// A case's text to be edited as it is.
///
/// With the script `editor.js` lines are numbered and faults are marked beside them while one types; without it the
/// faults stand in a list and beside the numbered lines below.
package enum CaseTextView {
    package struct Content: Sendable {
        package var id: String
        package var title: String
        package var text: String
        package var version: Int
        package var faults: [Fault]
        package var note: String
        package var message: String?

        package init(
            id: String, title: String, text: String, version: Int, faults: [Fault] = [], note: String = "",
            message: String? = nil
        ) {
            self.id = id
            self.title = title
            self.text = text
            self.version = version
            self.faults = faults
            self.note = note
            self.message = message
        }
    }

    package static func page(_ content: Content, viewer: Viewer) -> WebPage {
        let path = FormParts.path(content.id, "text")
        let isWrong = !content.faults.isEmpty
        let title =
            content.faults.count == 1
            ? "One thing must be mended before this can be saved"
            : "\(FormParts.capital(Format.word(content.faults.count))) things must be mended before this can be saved"
        let message = content.message.map { "<p class=\"notice\" role=\"status\">\(Markup.escape($0))</p>\n" } ?? ""
        let summary = FormParts.summary(content.faults, title: title, link: { $0.position.map { "line-\($0.line)" } })
        let body = """
            \(message)\(summary)<form class="text-form" method="post" action="\(path)">
            \(FormParts.hidden(viewer, base: content.version))<div class="field"><label for="text">The case as YAML or JSON</label>
            <p class="hint" id="text-hint">Two spaces for each step inwards. Lines that begin with # are notes.\
            <span class="editor-hint" hidden> Tab moves the line inwards, Shift and Tab outwards; press Esc, then Tab, to leave the text.</span></p>
            <div class="editor" data-check="\(FormParts.path(content.id, "check"))"><textarea id="text" name="text" rows="28" \
            spellcheck="false" autocapitalize="off" autocomplete="off" wrap="off" \
            aria-describedby="text-hint\(isWrong ? " faults" : "")"\(isWrong ? " aria-invalid=\"true\"" : "")>
            \(FormParts.lines(content.text))</textarea></div>
            <div class="editor-faults" aria-live="polite"></div></div>
            <div class="savebar"><div class="field"><label for="note">What you changed, and why</label>
            <input id="note" name="note" value="\(Markup.escape(content.note))" maxlength="500" autocomplete="off"></div>
            <button class="primary" name="do" value="save">Save as a new version</button>
            <button name="do" value="check">Check without saving</button></div>
            </form>
            \(isWrong ? numbered(content) : "")
            """
        return WebPage(
            title: "Text of \(content.title)", section: .cases,
            trail: [.init("Cases", "/cases"), .init(content.title, FormParts.path(content.id))], body: body,
            scripts: ["editor.js"], styles: ["cases.css"])
    }

    /// Every line with its number, and each fault below its line.
    private static func numbered(_ content: Content) -> String {
        let lines = content.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        let faults = Dictionary(grouping: content.faults.filter { $0.position != nil }) { $0.position?.line ?? 0 }
        let rows = lines.enumerated().map { index, line -> String in
            let number = index + 1
            let here = faults[number] ?? []
            let notes = here.map {
                "<span class=\"error\">\(Markup.escape($0.problem + ($0.remedy.map { " \($0)" } ?? "")))</span>"
            }
            let kind = here.isEmpty ? "" : " class=\"wrong\""
            return
                "<li id=\"line-\(number)\"\(kind) tabindex=\"-1\"><code>\(Markup.escape(String(line)))</code>\(notes.joined())</li>"
        }
        return """
            <section><h2>Where the faults are</h2>
            <ol class="code-lines" tabindex="0" aria-label="The text, line by line">
            \(rows.joined(separator: "\n"))
            </ol></section>

            """
    }

    /// The answer of `POST /cases/{id}/check`: `{"faults": [{line, column, path, problem, remedy}]}`.
    package static func checkAnswer(_ faults: [Fault]) -> Tree {
        .map([
            (
                "faults",
                .list(
                    faults.map { fault in
                        .map([
                            ("line", .number(fault.position.map { Double($0.line) })),
                            ("column", .number(fault.position.map { Double($0.column) })),
                            ("path", .text(fault.path)), ("problem", .text(fault.problem)),
                            ("remedy", .text(fault.remedy)),
                        ])
                    })
            )
        ])
    }
}
