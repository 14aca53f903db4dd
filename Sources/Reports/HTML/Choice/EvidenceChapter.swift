import Notation

/// Who handed in what, when the bids were opened, and what was changed after.
enum EvidenceChapter {
    /// The chapter's body; empty where nothing was recorded.
    static func html(_ lines: [EvidenceLine]) -> String {
        guard !lines.isEmpty else { return "" }
        return words(lines) + sheets(lines) + changes(lines) + remarks(lines) + digest(lines)
    }

    private static func changed(_ lines: [EvidenceLine]) -> [EvidenceLine.Change] {
        lines.compactMap { if case .change(let change) = $0 { change } else { nil } }
    }

    private static func words(_ lines: [EvidenceLine]) -> String {
        let opening: String? = lines.compactMap { line in
            if case .opening(let when, let who) = line { "The bids were opened on \(when) by \(who)." } else { nil }
        }.first
        let late = changed(lines).filter(\.isAfterOpening)
        let told =
            late.isEmpty
            ? "Nothing was changed after that."
            : "\(Words.capitalised(Words.number(late.count))) \(late.count == 1 ? "change was" : "changes were") made after that."
        return Markup.paragraph(opening.map { "\($0) \(told)" } ?? "The bids have not been opened.")
    }

    private static func sheets(_ lines: [EvidenceLine]) -> String {
        let sheets: [EvidenceLine.Sheet] = lines.compactMap { if case .sheet(let sheet) = $0 { sheet } else { nil } }
        guard !sheets.isEmpty else { return "" }
        let hasDigests = sheets.contains { $0.digest != nil }
        let columns = [HTMLTable.text("Evaluator"), HTMLTable.text("Handed in"), HTMLTable.number("Scored")]
        return HTMLTable(
            caption: "Score sheets" + (hasDigests ? ", with the first digits of each file’s digest" : ""),
            columns: columns + (hasDigests ? [HTMLTable.text("File")] : []),
            rows: sheets.map { sheet in
                let remarks = sheet.remarks.map { Markup.tag($0, "warn") }.joined()
                let digest = "<span class=\"digest\">\(Markup.escape(sheet.digest ?? "–"))</span>"
                return .init(
                    head: Markup.escape(sheet.evaluator),
                    cells: [
                        (sheet.handedIn.map(Markup.escape) ?? Markup.tag("not handed in", "warn")) + remarks,
                        "\(sheet.scored) of \(sheet.asked)",
                    ] + (hasDigests ? [digest] : []))
            }
        ).html
    }

    private static func remarks(_ lines: [EvidenceLine]) -> String {
        Markup.list(lines.compactMap { if case .remark(let remark) = $0 { remark } else { nil } }, class: "small")
    }

    private static func changes(_ lines: [EvidenceLine]) -> String {
        let changes = changed(lines)
        guard !changes.isEmpty else { return "" }
        return HTMLTable(
            caption: "Changes, with who, when and why",
            columns: ["What", "From", "To", "Who", "When", "Why"].map(HTMLTable.text),
            rows: changes.map { change in
                let tag = change.isAfterOpening ? Markup.tag("after opening", "warn") : ""
                let why = change.why.map(Markup.escape) ?? Markup.tag("no reason given", "bad")
                let cells = [change.old, change.new, change.who, change.when].map(Markup.escape) + [why]
                return .init(head: Markup.escape(change.what) + tag, cells: cells)
            }, name: "sentences"
        ).html
    }

    private static func digest(_ lines: [EvidenceLine]) -> String {
        lines.map { line in
            guard case .digest(let digest, let entries) = line else { return "" }
            return
                "<p class=\"source\">\(Markup.escape("Digest of the record, \(Words.plural(entries, "entry", many: "entries")):")) "
                + "<span class=\"digest\">\(Markup.escape(digest))</span></p>\n"
        }.joined()
    }
}
