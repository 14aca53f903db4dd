import Economics
import Notation
import Sourcing
import Testing

@Suite struct DecideTests {
    private let starter = StarterCase.text

    private func figures(_ decision: Decision) -> [Double] {
        var all: [Double] = []
        for function in decision.functions {
            all += [function.valueOfPerfectInformation.value, function.rivalry?.lead.value ?? 0]
            all.append(function.waterfall?.net ?? 0)
            for option in function.options {
                let cost = option.presentValue
                all += [cost.mean, cost.standardDeviation, cost.standardError, cost.p5, cost.p10, cost.p50, cost.p95]
                all += [cost.cvar95, option.chanceToBeBest.value, option.costPerTransaction.p50, option.peopleAtEnd]
                all += option.breakdown
                for band in option.monthly { all += [band.p10, band.p90, band.cumulativeP50, band.savingP50] }
            }
            for hinge in function.rivalry?.hinges ?? [] {
                all += [hinge.leadAtLow, hinge.leadAtHigh, hinge.breakEven ?? 0]
            }
        }
        for driver in decision.drivers {
            all += [driver.firstOrderEffect, driver.valueOfPerfectInformation.value, driver.p10, driver.p90]
            all += driver.rankCorrelation.map(\.value)
        }
        return all
    }

    /// The starter case, with its published ranges and correlations: every figure, bit by bit.
    @Test(arguments: [1000, 5003])
    func oneTwoAndThreeThreadsGiveTheSameBits(_ trials: Int) throws {
        let theCase = try CaseReader.read(text: starter)
        let one = try #require(try Decide(trials: trials, seed: 3, threads: 1)(theCase))
        for threads in 2...3 {
            let other = try #require(try Decide(trials: trials, seed: 3, threads: threads)(theCase))
            #expect(figures(one) == figures(other))
            #expect(one.functions[0].recommendation == other.functions[0].recommendation)
        }
        #expect(figures(one).count > 500 && figures(one).allSatisfy(\.isFinite))
    }

    @Test func seedsReproduceNoneAndZeroIncluded() throws {
        let theCase = try CaseReader.read(text: starter)
        func run(_ seed: UInt64?) throws -> [Double] {
            let decide = seed.map { Decide(trials: 500, seed: $0) } ?? Decide(trials: 500)
            return figures(try #require(try decide(theCase)))
        }
        let none = try run(nil)
        let zero = try run(0)
        #expect(try run(1) == none)
        #expect(try run(0) == zero)
        #expect(zero != none)
    }

    @Test func cancelling() throws {
        let theCase = try CaseReader.read(text: starter)
        #expect(try Decide(trials: 2000)(theCase) { _ in false } == nil)
        #expect(try Decide(trials: 2000)(theCase) { $0 <= 2000 } != nil)
    }

    /// Without the published ranges and with plain numbers nothing is uncertain.
    @Test func aCaseOfPlainNumbersHasNoDrivers() throws {
        let decision = try #require(try Decide(trials: 100)(try CaseReader.read(text: caseText(twoHeads))))
        #expect(decision.drivers.isEmpty)
        #expect(decision.functions[0].recommendation.reason == .onlyOption)
        #expect(decision.assumptions.allSatisfy { $0.origin == .stated })
    }

    @Test func everyFigureOfTheStarterCaseHasAnOrigin() throws {
        let decision = try #require(try Decide(trials: 200)(try CaseReader.read(text: starter)))
        #expect(decision.assumptions.contains { $0.origin == .published })
        #expect(decision.assumptions.contains { $0.origin == .atlas })
        for assumption in decision.assumptions where assumption.origin != .stated {
            #expect(assumption.source?.isEmpty == false, "\(assumption.key)")
        }
        #expect(Set(decision.assumptions.map(\.key)).count == decision.assumptions.count)
        for driver in decision.drivers {
            #expect(decision.assumptions.contains { $0.key == driver.name }, "\(driver.name)")
            #expect(driver.p10 <= driver.p50 && driver.p50 <= driver.p90, "\(driver.name)")
        }
    }
}
