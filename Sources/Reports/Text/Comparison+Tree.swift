public import Economics
public import Notation
import Sourcing
import Sourcing

extension Comparison {
    /// The same for a program: what only one case has is `null` in the other.
    public static func tree(
        before: Decision, after: Decision, changes: [(path: String, before: String?, after: String?)]
    ) -> Tree {
        let comparable = sameCurrency(before, after)
        return .map([
            (
                "changes",
                .list(
                    changes.map {
                        .map(["path": .text($0.path), "before": .text($0.before), "after": .text($0.after)])
                    })
            ),
            (
                "currency",
                .map([
                    "before": .text(before.theCase.client.currency), "after": .text(after.theCase.client.currency),
                ])
            ),
            ("trials", .map(["before": .number(before.trials), "after": .number(after.trials)])),
            ("seed", .map(["before": .text(String(before.seed)), "after": .text(String(after.seed))])),
            ("functions", .map(pairs(before, after).map { ($0.name, tree(of: $0, comparable)) })),
        ])
    }

    private static func tree(of pair: Pair, _ comparable: Bool) -> Tree {
        let (old, new) = (pair.before, pair.after)
        func both(_ value: (FunctionDecision) -> Tree) -> [(String, Tree)] {
            [("before", old.map(value) ?? .null), ("after", new.map(value) ?? .null)]
        }
        let changed = old?.recommendation.choice != new?.recommendation.choice || (old == nil) != (new == nil)
        return .map([
            ("choice", .map(both { .text($0.recommendation.choice) } + [("changed", .bool(changed))])),
            ("reason", .map(both { .text($0.recommendation.reason.rawValue) })),
            ("ranking", .map(both { .list($0.options.map { .text($0.name) }) })),
            (
                "options",
                .map(
                    pair.options.map { name in
                        (name, difference(old?.option(name), new?.option(name), comparable))
                    })
            ),
        ])
    }

    private static func difference(_ a: OptionAnswer?, _ b: OptionAnswer?, _ comparable: Bool) -> Tree {
        let (x, y) = (a?.presentValue.p50, b?.presentValue.p50)
        var change: Double?
        if let x, let y, comparable { change = y - x }
        return .map([
            "medianPresentValue": .map(["before": finite(x), "after": finite(y), "difference": finite(change)]),
            "chanceToBeBest": .map([
                "before": finite(a?.chanceToBeBest.value), "after": finite(b?.chanceToBeBest.value),
            ]),
        ])
    }

    private static func finite(_ value: Double?) -> Tree { .number(value.flatMap { $0.isFinite ? $0 : nil }) }
}
