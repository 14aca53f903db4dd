import Economics
import Notation
import Sourcing
import Testing

/// Correlations that a case states and no set of futures can have, or of inputs that are none.
@Suite struct CorrelationFaultTests {
    private func faults(_ correlations: String) throws -> String {
        let text = caseText(
            twoHeads
                + """
                  bpo:
                    ownership: partner
                    country: US
                    price: { perTransaction: { low: 2, likely: 4, high: 9 }, indexation: { low: 1%, likely: 2%, high: 4% } }
                    transition: { cost: { low: 1000, likely: 2000, high: 9000 }, overrun: 1.2 }
                """, extra: "correlations: \(correlations)")
        let theCase = try CaseReader.read(text: text)
        do {
            _ = try Decide(trials: 100)(theCase)
            return ""
        } catch let error as Faults {
            return error.description
        }
    }

    @Test func possibleOnesPass() throws {
        #expect(try faults("[[price.bpo, indexation.bpo, 0.5], [price.bpo, transitionCost.bpo, -0.3]]") == "")
    }

    @Test func contradictionsAreOneSentence() throws {
        let message = try faults(
            "[[price.bpo, indexation.bpo, 0.9], [indexation.bpo, transitionCost.bpo, 0.9], [price.bpo, transitionCost.bpo, -0.9]]"
        )
        #expect(
            message
                == "correlations: These correlations contradict each other, no set of futures has them all: "
                + "indexation.bpo, price.bpo, transitionCost.bpo. Bring the strongest of them nearer to 0.")
    }

    @Test func aCertainNumberGoesWithNothing() throws {
        let message = try faults("[[price.bpo, overrun.bpo, 0.5]]")
        #expect(message.contains("overrun.bpo is one certain number, so nothing can go together with it."))
    }

    @Test func aSlipOfThePenIsNamed() throws {
        let message = try faults("[[price.bop, indexation.bpo, 0.5]]")
        #expect(message.contains("There is no uncertain input called price.bop. Did you mean price.bpo?"))
    }
}
