import ArgumentParser
import Economics
import Foundation
import Notation
import Sourcing
import Synchronization

/// How a case is simulated, the same for every command that does.
struct SimulationOptions: ParsableArguments {
    @Option(help: "Simulated futures, 100 to 10000000.")
    var trials = Decide.defaultTrials

    @Option(help: "Seed of the random numbers: the same seed gives the same answer.")
    var seed: UInt64 = 1

    @Option(help: "Threads; 0 takes as many as the machine has. Does not change the answer.")
    var threads = 0

    @Flag(help: "No progress.")
    var quiet = false

    func validate() throws {
        if !Decide.trialsAllowed.contains(trials) {
            throw ValidationError("--trials must be between 100 and 10000000. You typed \(trials).")
        }
        if !(0...256).contains(threads) {
            throw ValidationError("--threads must be between 0 and 256. You typed \(threads).")
        }
    }

    var threadsUsed: Int { threads == 0 ? ProcessInfo.processInfo.activeProcessorCount : threads }

    func decide(_ theCase: Case, file: String) throws -> Decision {
        let total = trials
        let shown = !quiet && Terminal.showsProgress
        let last = Mutex(-1)
        let decide = Decide(
            trials: trials, seed: seed, threads: threadsUsed)
        defer { if shown { Terminal.endProgress() } }
        do {
            let decision = try decide(theCase) { done in
                guard shown else { return true }
                let percent = done * 100 / total
                let isNew = last.withLock { known in
                    defer { known = max(known, percent) }
                    return percent > known
                }
                if isNew { Terminal.progress("Simulating \(total) futures: \(percent)\u{a0}%") }
                return true
            }
            guard let decision else { throw Failure(message: "The simulation was cancelled.") }
            return decision
        } catch let faults as Faults {
            throw Faults(faults.faults, file: file)
        }
    }

    /// The decision that a report of a choice or of places stands beside, with the usual number of futures.
    static func decideOnce(_ theCase: Case, seed: UInt64, file: String) throws -> Decision {
        var options = SimulationOptions()
        options.trials = Decide.defaultTrials
        options.seed = seed
        options.threads = 0
        options.quiet = false
        return try options.decide(theCase, file: file)
    }
}
