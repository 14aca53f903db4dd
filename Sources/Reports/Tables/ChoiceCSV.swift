public import Choosing
import Economics
import Notation
import Sourcing

/// The choice for another program: one row a partner, every number in full (RFC 4180).
public enum ChoiceCSV {
    public static func text(for choice: Choice) -> String {
        let ranks = choice.ranking.first?.ranks.count ?? 0
        let criteria = choice.criteria.map(\.name)
        var out = CSVWriter.row(
            ["partner", "title", "rank", "points", "conditions", "cost_mean", "cost_p10", "cost_p90"]
                + (0..<ranks).map { "share_rank_\($0 + 1)" } + criteria.map { "points_\($0)" }
                + criteria.map { "value_\($0)" })
        for p in choice.ranking {
            var cells = [
                p.name, CSVWriter.harmless(p.title), String(p.rank), JSONWriter.number(p.points),
                p.conditions.joined(separator: " "),
            ]
            cells += [p.cost?.mean, p.cost?.p10, p.cost?.p90].map { $0.map(JSONWriter.number) ?? "" }
            cells += p.ranks.map(JSONWriter.number)
            cells += criteria.map { p.contributions[$0].map(JSONWriter.number) ?? "" }
            cells += criteria.map { p.values[$0].map(JSONWriter.number) ?? "" }
            out += CSVWriter.row(cells)
        }
        // Out, and said so: never a row of zeros.
        let empty = [String](repeating: "", count: 3 + ranks + 2 * criteria.count)
        for e in choice.excluded {
            let failed = "failed: " + e.failed.map(\.gate).joined(separator: ", ")
            out += CSVWriter.row([e.name, CSVWriter.harmless(e.title), "", "", failed] + empty)
        }
        return out
    }
}

/// The places for another program: one row a country.
public enum PlacesCSV {
    public static func text(for ranking: PlaceRanking) -> String {
        let criteria = ranking.criteria.map(\.name)
        var out = CSVWriter.row(
            [
                "country", "title", "rank", "points", "p10", "p90", "share_first", "share_first_three", "geography",
                "note",
            ]
                + criteria.map { "value_\($0)" } + criteria.map { "fact_\($0)" })
        for p in ranking.places {
            out += CSVWriter.row(
                [p.country, p.title, String(p.rank)]
                    + [p.points, p.p10, p.p90, p.first, p.firstThree].map(JSONWriter.number)
                    + [
                        p.geography.rawValue,
                        p.conditions.isEmpty ? "" : "on condition: " + p.conditions.joined(separator: ", "),
                    ]
                    + criteria.map { p.values[$0].map(JSONWriter.number) ?? "" } + criteria.map { p.facts[$0] ?? "" })
        }
        let empty = [String](repeating: "", count: 2 * criteria.count)
        for e in ranking.excluded {
            out += CSVWriter.row(
                [e.country, e.title] + [String](repeating: "", count: 7) + ["out: " + e.reasons.joined(separator: " ")]
                    + empty)
        }
        return out
    }
}
