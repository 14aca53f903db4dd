package import Notation
import Reports

/// The ways to begin a case.
package enum NewCaseView {
    package struct Starter: Sendable {
        package var name: String
        package var title: String
        package var about: String

        package init(name: String, title: String, about: String) {
            self.name = name
            self.title = title
            self.about = about
        }
    }

    /// - Parameter text: what was pasted or uploaded and could not be taken; shown again with its faults.
    package static func page(
        starters: [Starter], text: String = "", title: String = "", faults: [Fault] = [], viewer: Viewer
    ) -> WebPage {
        let isWrong = !faults.isEmpty
        let summary = FormParts.summary(
            faults, title: "The case was not made: this must be mended first", link: { _ in "pasted" })
        let choices = starters.enumerated().map { index, starter in
            """
            <div class="choice"><input type="radio" name="starter" id="starter-\(index)" value="\(Markup.escape(starter.name))" \
            aria-describedby="starter-\(index)-about"\(index == 0 ? " checked" : "")>
            <div><label for="starter-\(index)">\(Markup.escape(starter.title))</label>
            <p class="hint" id="starter-\(index)-about">\(Markup.escape(starter.about))</p></div></div>

            """
        }
        let body = """
            \(summary)<div class="ways">
            <form class="panel" method="post" action="/cases/new">\(FormParts.hidden(viewer))\(FormParts.input("way", "starter"))
            <h2>From a starter</h2>
            <p class="hint">A complete case with made-up figures, which you change to your own.</p>
            <div class="field"><label for="title">What is to be decided</label>
            <input id="title" name="title" value="\(Markup.escape(title))" maxlength="200" autocomplete="off" aria-describedby="title-hint">
            <p class="hint" id="title-hint">A few words, for example: Accounts payable back office. The starter's own where left empty.</p></div>
            <fieldset class="plain"><legend>Starter</legend>\(choices.joined())</fieldset>
            <button class="primary">Begin with this starter</button></form>
            <form class="panel" method="post" action="/cases/new" enctype="multipart/form-data">\(FormParts.hidden(viewer))\(FormParts.input("way", "file"))
            <h2>From a file</h2>
            <div class="field"><label for="file">A case file, YAML or JSON</label>
            <input id="file" name="file" type="file" accept=".yaml,.yml,.json" required aria-describedby="file-hint">
            <p class="hint" id="file-hint">At most 4 MB, in UTF-8. It is checked before the case is made.</p></div>
            <button class="primary">Upload and begin</button></form>
            <form class="panel wide" method="post" action="/cases/new">\(FormParts.hidden(viewer))\(FormParts.input("way", "text"))
            <h2>From text</h2>
            <div class="field"><label for="pasted">The case as YAML or JSON</label>
            <textarea id="pasted" name="text" rows="14" class="code" spellcheck="false" required \
            aria-describedby="pasted-hint\(isWrong ? " faults" : "")"\(isWrong ? " aria-invalid=\"true\"" : "")>
            \(FormParts.lines(text))</textarea>
            <p class="hint" id="pasted-hint">Paste a whole case. What you typed stays here if something must be mended.</p></div>
            <button class="primary">Begin with this text</button></form>
            </div>

            """
        return WebPage(
            title: "New case", section: .cases, trail: [.init("Cases", "/cases")], body: body, styles: ["cases.css"])
    }
}
