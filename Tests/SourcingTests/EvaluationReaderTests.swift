import Foundation
import Notation
import Testing

@testable import Sourcing

@Suite struct EvaluationReaderTests {
    func evaluation(_ text: String = soundSelection) throws -> Evaluation {
        try #require(try CaseReader.read(text: text).evaluation)
    }

    @Test func criteriaKeepTheirOrderAndGroups() throws {
        let read = try evaluation()
        #expect(read.criteria.map(\.name) == ["price", "expertise", "years", "people", "security"])
        #expect(read.tree.map(\.isGroup) == [false, false, false, true])
        #expect(read.criteria.map(\.kind) == [.price, .score, .fact, .score, .score])
        #expect(read.criterion(named: "expertise")?.weight == .init(low: 60, high: 80))
        #expect(read.criterion(named: "security")?.veto == 1)
        #expect(read.function == "entry")
    }

    @Test func aLibrarysScaleComesAlongAndStaysNamed() throws {
        let read = try evaluation()
        let own = try #require(read.criterion(named: "expertise"))
        #expect(own.scale == CriteriaLibrary.criterion(named: "expertise")?.scale)
        #expect(own.library == "expertise")
        let changed = try evaluation(
            soundSelection.replacing(
                "expertise: { weight", with: "expertise: { levels: [poor, good, top, best, ace], weight"))
        #expect(changed.criterion(named: "expertise")?.library == nil)
    }

    @Test func whatIsLeftOutStaysUnknown() throws {
        let read = try evaluation()
        let ganga = try #require(read.partners.last)
        #expect(ganga.gates.isEmpty && ganga.facts.isEmpty && ganga.scores.isEmpty)
        let deccan = try #require(read.partners.first)
        #expect(deccan.scores["ben"]?["people"] == nil)
        #expect(deccan.scores["ben"]?["expertise"] == .init(low: 3, high: 4))
        #expect(deccan.scores["ana"]?["security"]?.note == "seen")
    }

    @Test func aBidIsTheOtherOptionWithItsOwnKeys() throws {
        let read = try evaluation()
        let bid = try #require(read.partners.last?.bid)
        #expect(bid.name == "ganga" && bid.city == "Patna" && bid.country == "IN" && bid.function == "entry")
        #expect(bid.price?.basis == .perHour(Stated(.fixed(7), line: 31)))
        #expect(!bid.isBaseline)
        // The case's own options are untouched.
        #expect(try CaseReader.read(text: soundSelection).options.map(\.name) == ["keep", "pune"])
    }

    @Test func everyLibraryScaleIsWhole() {
        for criterion in CriteriaLibrary.all {
            switch criterion.scale {
            case .levels(let levels):
                #expect(levels.count == 5 && levels.first?.value == 0 && levels.last?.value == 1)
                #expect(Set(levels.map(\.words)).count == 5)
            case .facts(let unit, _): #expect(!unit.isEmpty)
            }
            #expect(criterion.about?.hasSuffix(".") == true)
        }
        #expect(Set(CriteriaLibrary.all.map(\.name)).count == CriteriaLibrary.all.count)
    }

    @Test(arguments: [
        ("order: [price, years, expertise, security, people]", "order"),
        ("ratios: [{ more: price, less: years, low: 1.5, high: 3 }]", "ratios"),
        ("comparisons: { price: { expertise: 2, years: 3 }, expertise: { people: 1/0.3 } }", "refused"),
        ("comparisons: { price: { expertise: 2, years: 3 }, expertise: { people: 1/3, security: 1 } }", "comparisons"),
        (
            "{ best: price, worst: people, bestToOthers: { expertise: 2, years: 3, people: 8, security: 4 }, othersToWorst: { price: 8, expertise: 4, years: 3, security: 2 } }",
            "bestWorst"
        ),
    ])
    func fiveWaysToSayWeights(_ written: String, _ form: String) throws {
        let body = written.hasPrefix("{") ? written : "{ \(written) }"
        let silent = soundSelection.replacing(/,? *weight: (\{[^}]*\}|\d+),? ?/, with: "")
        let text = silent.replacing("  gates:\n    iso", with: "  weights: \(body)\n  gates:\n    iso")
        if form == "refused" {
            #expect(messages(text).contains("“1/0.3” is not a number"))
            return
        }
        let method = try evaluation(text).weights.method
        switch method {
        case .points: Issue.record("points")
        case .order(let order): #expect(form == "order" && order.count == 5)
        case .ratios(let ratios): #expect(form == "ratios" && ratios[0].high == 3)
        case .comparisons(let comparisons):
            #expect(form == "comparisons" && comparisons.count == 4 && comparisons[2].value == 1.0 / 3)
        case .bestWorst(_, _, let toOthers, let toWorst):
            #expect(form == "bestWorst" && toOthers["price"] == 1 && toWorst["people"] == 1)
        }
    }

    @Test func scalesMayBeFixedBeforeThereAreBids() throws {
        let text = String(soundSelection.prefix(upTo: soundSelection.range(of: "  partners:")!.lowerBound))
        #expect(try evaluation(text).partners.isEmpty)
    }

    @Test func pricesScaleWithAllTheirParts() {
        let tiers = SourcingOption.Price(
            basis: .tiers([
                .init(upTo: 100, price: Stated(.pert(low: 1, likely: 2, high: 4))),
                .init(upTo: nil, price: Stated(.fixed(1))),
            ]), currency: "USD")
        #expect(
            tiers.scaled(by: 2).basis
                == .tiers([
                    .init(upTo: 100, price: Stated(.pert(low: 2, likely: 4, high: 8))),
                    .init(upTo: nil, price: Stated(.fixed(2))),
                ]))
    }

    /// Every key of the section is in the schema.
    @Test func theSchemaKnowsTheSelection() {
        let section = CaseSchema.tree["properties"]?["selection"]?["properties"]
        #expect(section?["criteria"]?["additionalProperties"]?["properties"]?["levels"] != nil)
        #expect(section?["partners"]?["additionalProperties"]?["properties"]?["bid"] != nil)
        #expect(CaseSchema.tree["properties"]?["places"]?["properties"]?["dataMayBeIn"] != nil)
    }
}
