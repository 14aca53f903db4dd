import Economics
import Sourcing

/// Every number that the answer rests on, where it came from, and how much it moves the answer.
struct RegisterChapter {
    let decision: Decision

    var html: String {
        let units = UnitFormat(currency: decision.theCase.client.currency)
        let money = MoneyFormat(currency: decision.theCase.client.currency)
        let sorted = decision.assumptions.sorted {
            ($0.moves ?? -1) != ($1.moves ?? -1) ? ($0.moves ?? -1) > ($1.moves ?? -1) : $0.key < $1.key
        }
        let rows = sorted.map { assumption in
            let value = units.text(assumption.quantity, assumption.unit)
            let meaning = value.meaning == "fixed" ? "" : "<span class=\"note\">\(Markup.escape(value.meaning))</span>"
            var origin = Markup.escape(assumption.source ?? (assumption.origin == .stated ? "the case" : "not known"))
            if let caveat = assumption.caveat, caveat != assumption.source {
                origin += "<span class=\"note\">\(Markup.escape(caveat))</span>"
            }
            let moves = assumption.moves.map { $0 < 0.5 ? "nothing" : money.prose($0) } ?? "–"
            return HTMLTable.Row(
                head: "\(Markup.escape(assumption.title))<span class=\"note\">\(Markup.escape(assumption.key))</span>",
                cells: [
                    Markup.escape(value.value) + meaning, Markup.escape(Words.origin(assumption.origin)), origin, moves,
                ])
        }
        let own = decision.assumptions.filter { $0.origin == .stated }.count
        let judged = decision.assumptions.filter { $0.caveat?.contains("our judgement") == true }.count
        let table = HTMLTable(
            caption: "The register. “Moves” is how far the lead of the cheapest option over its rival swings between the input’s P10 and P90.",
            columns: [
                HTMLTable.text("Input"), HTMLTable.text("Value"), HTMLTable.text("From"), HTMLTable.text("Source"),
                HTMLTable.number("Moves"),
            ], rows: rows, name: "register")
        return """
            <section id="assumptions">
            <h2>Assumptions</h2>
            <p>\(Markup.escape("\(Words.plural(decision.assumptions.count, "number")): \(own) from the case, the others country facts or published ranges, \(judged) of which rest on our judgement and say so. A fact that was cited but not read again says that too. Replace first what moves the answer most."))</p>
            \(table.html)</section>

            """
    }
}
