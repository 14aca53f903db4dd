import Foundation
import Notation
import Sourcing
import Testing

@testable import Choosing

/// Whatever a person may type into a selection: a choice with finite figures, or faults that say something.
@Suite struct ChoiceFuzzTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static let seed = ChoiceFixtures.text(
        criteria: """
            price: { scale: { worst: 20000, best: 10000, curvature: 2 }, weight: 100 }
            skill: { levels: [bad, fair, good], weight: { low: 10, high: 90 }, veto: 1 }
            age: { unit: years, scale: { points: [[0, 0], [3, 0.5], [9, 1]] }, weight: 40 }
            ability: { weight: 50, criteria: { care: { levels: [bad, good], weight: 10 }, pace: { levels: [bad, good], weight: 0 } } }
            """,
        partners: """
            a: { option: pune, gates: { iso: pass }, scores: { ana: { skill: 2, care: 1 }, ben: { skill: 3, pace: 2 } }, facts: { age: 4 } }
            b: { bid: { like: pune, price: { perTransaction: { low: 1, likely: 1.2, high: 1.8 } } }, scores: { carl: { skill: { low: 1, high: 2 } } } }
            c: { bid: { like: pune, price: { fixed: 900 } }, gates: { iso: fail }, facts: { age: { mean: 5, sd: 2 } } }
            """, more: "  gates: { iso: {} }\n")

    private static let numbers = [
        "0", "1", "2", "3", "0.5", "-1", "1e6", "1e-9", "1e300", "9%", "100", "null", "{ low: 1, high: 2 }",
        "{ low: 1, likely: 2, high: 3 }", "{ uniform: [0, 1e9] }", "true", "~", "99999999",
    ]

    @Test(.timeLimit(.minutes(5))) func numbersOfAnySizeGiveFiniteFigures() throws {
        let parts = Self.seed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let places = parts.indices.filter { index in
            let bare = parts[index].trimmingCharacters(in: CharacterSet(charactersIn: ",}[]\n"))
            return Double(bare) != nil
        }
        #expect(places.count > 30)
        var generator = Generator(state: 20_261_125)
        var chosen = 0
        let rounds = ProcessInfo.processInfo.environment["SHORELINE_FUZZ"].flatMap(Int.init).map { $0 / 100 } ?? 600
        for _ in 0..<rounds {
            var words = parts
            for _ in 0..<Int.random(in: 1...2, using: &generator) {
                guard let place = places.randomElement(using: &generator),
                    let number = Self.numbers.randomElement(using: &generator)
                else { continue }
                let old = words[place].trimmingCharacters(in: CharacterSet(charactersIn: ",}[]\n"))
                if let range = words[place].range(of: old) { words[place].replaceSubrange(range, with: number) }
            }
            let text = words.joined(separator: " ")
            do {
                let choice = try ChoiceFixtures.choose(text, samples: 1_000)
                chosen += 1
                for answer in choice.ranking {
                    let figures = [answer.points] + answer.ranks + Array(answer.contributions.values)
                    let areFinite = figures.allSatisfy(\.isFinite)
                    #expect(areFinite, "\(text)")
                    #expect(abs(answer.ranks.reduce(0, +) - 1) < 1e-9, "\(text)")
                }
                #expect(!choice.headline.isEmpty && !choice.headline.contains("nan"))
            } catch let faults as Faults {
                let speaks = faults.faults.allSatisfy { !$0.problem.isEmpty }
                #expect(speaks && !faults.faults.isEmpty, "\(text)")
            }
        }
        // The seed must be near enough to sound cases for the test to mean anything.
        #expect(chosen > rounds / 5)
    }
}
