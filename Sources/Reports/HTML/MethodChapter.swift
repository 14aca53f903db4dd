import Economics

/// How the figures came about, in plain words, and what is left out.
struct MethodChapter {
    let decision: Decision

    var html: String {
        let trials = Format.decimal(Double(decision.trials))
        let count = decision.drivers.count
        let left = decision.leftOut.map { "<li>\(Markup.escape($0))</li>\n" }.joined()
        return """
            <section id="method">
            <h2>How it was worked out</h2>
            <p>\(Markup.escape("Every option is followed month by month: volume, handle time, heads or charges, hiring, space, governance, coordination, errors, the move itself and what may go wrong. Each month’s cost is discounted to today and added up."))</p>
            <p>\(Markup.escape("\(Words.capitalised(Words.plural(count, "input"))) of the case \(count == 1 ? "is" : "are") uncertain. The sum was worked out for \(trials) simulated futures; in each, every uncertain input takes one value from its range, and all options see the same values, so that differences between options are sharp. The draws are stratified (Latin hypercube; McKay, Beckman and Conover 1979), inputs that move together are drawn together (Iman and Conover 1982), and the seed \(decision.seed) repeats the figures to the last digit on any number of processors."))</p>
            <p>\(Markup.escape("P10 and P90 bound the middle 80 of 100 futures. Two options are called different only when their means differ by more than three standard errors. A range that people type is usually too narrow: untrained ranges meant to hold 90 of 100 true values hold about 55 (Hubbard 2023)."))</p>
            <h3>Left out</h3>
            <ul>
            \(left)</ul>
            </section>

            """
    }
}
