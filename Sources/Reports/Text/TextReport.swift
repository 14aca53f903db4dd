public import Economics
import Notation
import Sourcing

/// The decision on a terminal, for the person who runs the work: the answer first, then what it rests on.
public enum TextReport {
    /// - Parameters:
    ///   - width: columns of the terminal; under 60 is taken as 60.
    ///   - colour: bold and dim by ANSI sequences.
    public static func text(for decision: Decision, width: Int, colour: Bool) -> String {
        var page = TextPage(decision: decision, width: max(60, width), style: TextStyle(colour: colour))
        page.opening()
        for function in decision.functions { page.function(function) }
        page.register()
        page.closing()
        return page.lines.map(TextLayout.trimmed).joined(separator: "\n") + "\n"
    }
}

/// The report while it grows, line by line.
struct TextPage: TextLines {
    let decision: Decision
    let width: Int
    let style: TextStyle
    var lines: [String] = []

    var names: DecisionNames { DecisionNames(decision: decision) }

    init(decision: Decision, width: Int, style: TextStyle) {
        self.decision = decision
        self.width = width
        self.style = style
    }

    mutating func opening() {
        let theCase = decision.theCase
        bold(theCase.title)
        let start = Words.month(theCase.horizon.start)
        let discount =
            theCase.horizon.discountRate == 0
            ? "not discounted" : "discounted at \(Format.share(theCase.horizon.discountRate)) a year"
        prose(
            "\(theCase.client.name), \(Words.country(theCase.client.country)): \(names.horizon) from \(start). Sums are present values in \(names.currency), \(discount)."
        )
    }

    mutating func function(_ function: FunctionDecision) {
        blank()
        if decision.functions.count > 1 { bold(names.title(ofFunction: function.function)) }
        bold(function.recommendation.headline)
        for sentence in function.recommendation.sentences { prose(sentence) }
        ranking(function)
        stands(function)
        if let waterfall = function.waterfall { chain(waterfall, function) }
        hinges(function)
        certainty(function)
    }

    mutating func closing() {
        section("What is left out")
        for sentence in decision.leftOut { lines += TextLayout.paragraph(sentence, first: "- ", width: width) }
        if decision.leftOut.isEmpty { prose("Nothing is named.") }
        blank()
        prose(
            "\(Words.plural(decision.trials, "simulated future")), seed \(decision.seed). The same case and seed give the same numbers."
        )
    }
}
