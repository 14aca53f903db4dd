import Testing

@testable import Sourcing

/// A case that compares partners and reads without faults; broken ones are made from it by one change.
let soundSelection =
    soundCase + """
        selection:
          opening: 2026-11-16
          criteria:
            price: { scale: { worst: 9000000, best: 2000000 }, weight: 100 }
            expertise: { weight: { low: 60, high: 80 } }
            years: { weight: 40 }
            ability: { weight: 50, criteria: { people: { weight: 100 }, security: { weight: 50, veto: 1 } } }
          gates:
            iso: { title: ISO 27001 }
          evaluators:
            ana: { title: Ana }
            ben: {}
          partners:
            deccan:
              option: pune
              gates: { iso: pass }
              facts: { years: 9 }
              scores: { ana: { expertise: 4, people: 3, security: { score: 2, note: seen } }, ben: { expertise: { low: 3, high: 4 } } }
            ganga:
              bid: { like: pune, city: Patna, price: { perHour: 7 } }

        """

@Suite struct EvaluationMessageTests {
    @Test(arguments: brokenCriteria + brokenWeights + brokenPartners) func saysWhatIsWrongAndHowToMendIt(
        _ broken: BrokenCase
    ) {
        #expect(soundSelection.contains(broken.old))
        #expect(messages(soundSelection.replacing(broken.old, with: broken.new)) == broken.message)
    }

    @Test func theSoundSelectionHasNoFault() {
        #expect(messages(soundSelection).isEmpty)
    }
}
