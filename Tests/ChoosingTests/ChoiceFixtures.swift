import Choosing
import Sourcing

/// Cases written as a person would, small enough to be checked by hand.
enum ChoiceFixtures {
    static let head = """
        case: Accounts payable
        assumptions: none
        client: { name: Larkfield, country: US }
        horizon: { start: 2027-01, months: 12, discountRate: 0% }
        functions:
          entry: { kind: data-entry, volume: { perMonth: 1000 }, handleTime: 3, languages: [en] }
        options:
          keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 20, per: hour } } }
          pune: { ownership: partner, country: IN, price: { perTransaction: 1 } }

        """

    /// A selection with the sections given, all flow style.
    static func text(criteria: String, partners: String, more: String = "") -> String {
        head + "selection:\n  evaluators: { ana: {}, ben: {}, carl: {} }\n\(more)  criteria:\n"
            + criteria.split(separator: "\n").map { "    \($0)\n" }.joined() + "  partners:\n"
            + partners.split(separator: "\n").map { "    \($0)\n" }.joined()
    }

    static func choose(_ text: String, samples: Int = 20_000, seed: UInt64 = 1, threads: Int = 1) throws -> Choice {
        try Choose(samples: samples, trials: 200, seed: seed, threads: threads)(try CaseReader.read(text: text))
    }

    /// Two figures and nothing uncertain: weights are points without spread.
    static let certain = text(
        criteria: """
            size: { unit: people, scale: { worst: 0, best: 100 }, weight: { low: 60, high: 60.000001 } }
            age: { unit: years, scale: { worst: 0, best: 10 }, weight: { low: 40, high: 40.000001 } }
            """,
        partners: """
            a: { facts: { size: 80, age: 5 } }
            b: { facts: { size: 50, age: 9 } }
            c: { facts: { size: 20, age: 2 } }
            """)

    /// The same without a word about weights.
    static let unweighted = certain.replacing(/, weight: \{[^}]*\}/, with: "")
}
