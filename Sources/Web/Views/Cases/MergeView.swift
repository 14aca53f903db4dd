package import Notation
import Reports
package import Revisions

/// Two people edited the same version: what each changed, and what both make together.
package enum MergeView {
    package struct Content: Sendable {
        package var id: String
        package var title: String
        /// The version that both began with.
        package var baseVersion: Int
        /// The version that is now in force, which the other saved meanwhile.
        package var theirs: VersionsView.VersionLine
        package var mineText: String
        package var mineMeaning: MeaningDifference?
        package var theirMeaning: MeaningDifference?
        package var merge: ThreeWayMerge
        /// What was chosen already, by the conflict's number.
        package var choices: [Int: MergeChoice]
        package var note: String
        package var faults: [Fault]

        package init(
            id: String, title: String, baseVersion: Int, theirs: VersionsView.VersionLine, mineText: String,
            mineMeaning: MeaningDifference?, theirMeaning: MeaningDifference?, merge: ThreeWayMerge,
            choices: [Int: MergeChoice] = [:], note: String = "", faults: [Fault] = []
        ) {
            self.id = id
            self.title = title
            self.baseVersion = baseVersion
            self.theirs = theirs
            self.mineText = mineText
            self.mineMeaning = mineMeaning
            self.theirMeaning = theirMeaning
            self.merge = merge
            self.choices = choices
            self.note = note
            self.faults = faults
        }
    }

    /// Posted: `mine` (my text), `base` (the version both began with), `theirs` (the version in force), `choice.N` with
    /// `mine`, `theirs`, `both` or `own`, `own.N`, `note`.
    package static func page(_ content: Content, viewer: Viewer) -> WebPage {
        let conflicts = content.merge.conflicts
        let who = Markup.escape(content.theirs.author)
        let answer: String
        var whole: [MergeConflict] = []
        switch content.merge.outcome {
        case .merged(_, let source):
            answer =
                "<p class=\"notice\">The two sets of changes do not touch each other. \(Markup.escape(source.sentence)) Look at the whole below, then save it.</p>\n"
        case .conflicts(let found):
            whole = conflicts.isEmpty ? found : []
            answer =
                whole.isEmpty
                ? "<p class=\"notice warn\">\(FormParts.capital(FormParts.count(conflicts.count, "place was", "places were"))) changed by both of you. Choose for each what should stand there.</p>\n"
                : "<p class=\"notice warn\">No line was changed by both of you, but both changes together are no case. Choose one text, or write your own.</p>\n"
        }
        let title = "What came out cannot be saved yet"
        let body = """
            <p class="lead">While you edited version \(content.baseVersion), \(who) saved version \(content.theirs.number) \
            (\(Markup.escape(content.theirs.at))). Nothing is lost: your text stands below.</p>
            \(answer)\(FormParts.summary(content.faults, title: title, link: { _ in nil }))
            <div class="sides"><section><h2>What you changed</h2>\(DifferenceView.meaningHTML(content.mineMeaning, isSame: false))</section>
            <section><h2>What \(who) changed</h2>\(DifferenceView.meaningHTML(content.theirMeaning, isSame: false))</section></div>
            <form method="post" action="\(FormParts.path(content.id, "merge"))">
            \(FormParts.hidden(viewer, base: content.baseVersion))\(FormParts.input("theirs", String(content.theirs.number)))\
            \(FormParts.hiddenText("mine", content.mineText))
            <h2>Both together</h2>
            \(whole.isEmpty ? pieces(content, who: who) : whole.map { conflict($0, content, who: who) }.joined())
            <div class="savebar"><div class="field"><label for="note">What you changed, and why</label>
            <input id="note" name="note" value="\(Markup.escape(content.note))" maxlength="500" autocomplete="off"></div>
            <button class="primary" name="do" value="save">Save both together</button></div></form>
            <details><summary>Your text, to copy</summary><textarea class="code" rows="16" readonly aria-label="Your text">
            \(FormParts.lines(content.mineText))</textarea></details>

            """
        return WebPage(
            title: "Two changes to \(content.title)", section: .cases,
            trail: [.init("Cases", "/cases"), .init(content.title, FormParts.path(content.id))], body: body,
            styles: ["cases.css"])
    }

    private static func pieces(_ content: Content, who: String) -> String {
        content.merge.pieces.map { piece in
            switch piece {
            case .conflict(let conflict): return self.conflict(conflict, content, who: who)
            case .settled(let text, .base):
                let count = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count - 1
                return Markup.details(
                    FormParts.capital(FormParts.count(max(1, count), "line", "lines")) + " that nobody changed",
                    code(text))
            case .settled(let text, let origin):
                let from =
                    switch origin {
                    case .mine: "From you"
                    case .theirs: "From \(who)"
                    default: "From both, alike"
                    }
                let shown = text.isEmpty ? "<p class=\"quiet\">Lines were removed.</p>\n" : code(text)
                return "<div class=\"settled\"><p class=\"tag good\">\(from)</p>\n\(shown)</div>\n"
            }
        }.joined()
    }

    private static func conflict(_ conflict: MergeConflict, _ content: Content, who: String) -> String {
        let number = conflict.number
        let chosen = content.choices[number]
        var reason = ""
        var own = conflict.mine
        if case .refused(let proposal, let faults) = conflict.reason {
            own = proposal
            reason = Markup.list(faults.prefix(10).map(FormParts.sentence))
        }
        func radio(_ value: String, _ label: String, _ isChosen: Bool, _ shown: String) -> String {
            """
            <div class="choice"><input type="radio" name="choice.\(number)" id="choice-\(number)-\(value)" value="\(value)" required\(isChosen ? " checked" : "")>
            <div><label for="choice-\(number)-\(value)">\(label)</label>\(shown)</div></div>

            """
        }
        var isOwn = false
        if case .own(let text)? = chosen { (own, isOwn) = (text, true) }
        let rows = min(20, max(3, own.split(whereSeparator: \.isNewline).count + 1))
        let isWhole = conflict.reason != .bothChanged
        let both = isWhole ? "" : radio("both", "Yours, then \(who)’s", chosen == .both, "")
        return """
            <fieldset class="conflict" id="conflict-\(number)"><legend>Line \(conflict.line): choose</legend>
            \(reason)\(radio("mine", "Yours", chosen == .mine, part(conflict.mine, isWhole)))\
            \(radio("theirs", "\(who)’s", chosen == .theirs, part(conflict.theirs, isWhole)))\(both)\
            \(radio("own", "Your own words", isOwn, ""))
            <div class="field"><label for="own-\(number)">Text for “your own words”</label>
            <textarea class="code" id="own-\(number)" name="own.\(number)" rows="\(rows)" spellcheck="false">
            \(FormParts.lines(own))</textarea></div>
            <details><summary>What stood there before</summary>\(code(conflict.base))</details></fieldset>

            """
    }

    private static func part(_ text: String, _ isWhole: Bool) -> String {
        if text.isEmpty { return "<p class=\"quiet\">Nothing: the lines are removed.</p>\n" }
        return isWhole ? Markup.details("Show the text", code(text)) : code(text)
    }

    private static func code(_ text: String) -> String {
        "<pre class=\"code\" tabindex=\"0\">\(FormParts.lines(text))</pre>\n"
    }

    /// The choices that were posted. A choice without its text, or of an unknown kind, is no choice.
    package static func choices(_ fields: [(String, String)]) -> [Int: MergeChoice] {
        var choices: [Int: MergeChoice] = [:]
        for (name, value) in fields where name.hasPrefix("choice.") {
            guard let number = Int(name.dropFirst(7)) else { continue }
            switch value {
            case "mine": choices[number] = .mine
            case "theirs": choices[number] = .theirs
            case "both": choices[number] = .both
            case "own": choices[number] = fields.first { $0.0 == "own.\(number)" }.map { .own($0.1) }
            default: break
            }
        }
        return choices
    }
}
