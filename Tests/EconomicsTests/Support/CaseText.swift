import Economics
import Notation
import Sourcing
import Testing

/// A small case without any published ranges: what it does not state costs nothing.
///
/// 1,000 items a month of 12 minutes: 200 hours. `options` is YAML, indented by two.
func caseText(
    _ options: String, months: Int = 12, discountRate: String = "0%", volume: String = "{ perMonth: 1000 }",
    function: String = "", extra: String = "", assumptions: String = "none"
) -> String {
    """
    case: A test
    assumptions: \(assumptions)
    client: { name: Test, country: US, currency: USD }
    horizon: { start: 2027-01, months: \(months), discountRate: \(discountRate) }
    functions:
      work:
        kind: other
        volume: \(volume)
        handleTime: 12
    \(function.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
    options:
    \(options)
    \(extra)

    """
}

/// Decides a case in few trials; a case without uncertainty needs no more.
func decide(_ text: String, trials: Int = 100, seed: UInt64 = 1, threads: Int = 1) throws -> FunctionDecision {
    let decision = try Decide(trials: trials, seed: seed, threads: threads)(try CaseReader.read(text: text))
    return try #require(decision).functions[0]
}

/// The present value of an option of a case without uncertainty.
func total(_ text: String, _ option: String) throws -> Double {
    let answer = try #require(try decide(text).option(option))
    // Without uncertainty all futures are the same one.
    #expect(answer.presentValue.standardDeviation <= 1e-9 * answer.presentValue.mean.magnitude)
    return answer.presentValue.mean
}

/// Equal to the cent.
func isCents(_ found: Double, _ expected: Double) -> Bool { abs(found - expected) < 0.005 }

/// Two heads in house at 3,000 a month: the baseline of most cases. 200 hours at 100 productive ones.
let twoHeads = """
      keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 3000, per: month }, paidHours: 100 } }

    """
