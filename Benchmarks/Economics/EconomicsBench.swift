import Economics
import Foundation
import Notation

/// Runs the reference model and prints one JSON object of the peers' shape.
///
/// `economics-bench [--trials N] [--threads N] [--runs N] [--seed N]`
@main
struct EconomicsBench {
    static func main() throws {
        var trials = 1_000_000
        var threads = 1
        var runs = 5
        var seed: UInt64 = 20_260_901
        var arguments = CommandLine.arguments.dropFirst()
        while let flag = arguments.popFirst() {
            guard let text = arguments.popFirst(), let value = Int(text) else {
                throw Faults(Fault(path: flag, "\(flag) needs a whole number."))
            }
            switch flag {
            case "--trials": trials = value
            case "--threads": threads = value
            case "--runs": runs = value
            case "--seed": seed = UInt64(value)
            default: throw Faults(Fault(path: flag, "There is no option \(flag)."))
            }
        }
        var seconds: [Double] = []
        var phases: [(String, Tree)] = []
        var answer: (options: [SampleSummary], chances: [Double], correlations: [[Double]])?
        for run in 0...runs {
            let clock = ContinuousClock()
            let start = clock.now
            let simulation = Simulation(
                drivers: try ReferenceModel.drivers(), model: ReferenceModel(), trials: trials, seed: seed)
            guard let result = simulation.run(threads: threads) else { return }
            let middle = clock.now
            answer = statistics(of: result, threads: threads)
            let end = clock.now
            if run == 0 { continue }  // the first warms up
            seconds.append(start.duration(to: end).seconds)
            phases = [
                ("draws_and_model_s", .number(start.duration(to: middle).seconds)),
                ("statistics_s", .number(middle.duration(to: end).seconds)),
            ]
        }
        guard let answer else { return }
        let sorted = seconds.sorted()
        var usage = rusage()
        getrusage(__rusage_who_t(0), &usage)
        let names = ReferenceModel.options
        let result: Tree = .map([
            "options": .map(
                names.indices.map { i in
                    let s = answer.options[i]
                    return (
                        names[i],
                        .map([
                            "mean": .number(s.mean), "sd": .number(s.standardDeviation),
                            "p5": .number(s.percentile(0.05)),
                            "p10": .number(s.percentile(0.10)), "p50": .number(s.percentile(0.50)),
                            "p90": .number(s.percentile(0.90)), "p95": .number(s.percentile(0.95)),
                            "cvar95": .number(s.cvar95), "chanceCheaper": .number(answer.chances[i]),
                        ])
                    )
                }),
            "spearmanWithDifference_options2to6": .map(
                ReferenceModel.Index.allCases.dropLast().map { index in
                    (
                        index == .riskEvent ? "risk" : "\(index)",
                        .list(answer.correlations[index.rawValue].map { .number($0) })
                    )
                }),
        ])
        print(
            JSONWriter.text(
                .map([
                    "name": .text("economics/shoreline"), "median_s": .number(sorted[sorted.count / 2]),
                    "min_s": .number(sorted[0]), "runs": .number(runs),
                    "peak_rss_mb": .number(Double(usage.ru_maxrss) / 1024),
                    "trials": .number(trials), "threads": .number(threads),
                    "phases_of_last_run": .map(phases), "result": result,
                ]), pretty: true), terminator: "")
    }

    /// All that MODEL.md section 4 asks for.
    static func statistics(
        of result: TrialResult, threads: Int
    ) -> (options: [SampleSummary], chances: [Double], correlations: [[Double]]) {
        let summaries = result.summaries(of: Array(0..<6), threads: threads)
        let chances = (0..<6).map { result.share(outcome: $0, below: 0) }
        let event = ReferenceModel.Index.riskEvent.rawValue
        let cost = ReferenceModel.Index.riskCost.rawValue
        let happens = result.uniforms(of: event)
        let severity = result.uniforms(of: cost)
        let correlations = result.rankCorrelations(
            driverCount: cost, figures: (1...5).map { .difference($0, 0) }, threads: threads,
            // The risk is one input, 0 where the event does not happen: its ranks tie there.
            ownValues: [event: (0..<result.trials).map { happens[$0] > 1 - 0.12 ? Double(severity[$0]) + 1 : 0 }])
        return (summaries, chances, correlations)
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
