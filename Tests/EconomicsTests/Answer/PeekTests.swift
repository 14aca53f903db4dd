import Economics
import Foundation
import Sourcing
import Testing

@Test func peek() throws {
    let theCase = try CaseReader.read(text: StarterCase.text)
    let clock = ContinuousClock()
    let start = clock.now
    let d = try #require(try Decide(trials: 20000, threads: 2)(theCase))
    print("time", start.duration(to: clock.now), "drivers", d.drivers.count)
    for f in d.functions {
        print(f.recommendation.headline, "|", f.recommendation.text)
        for o in f.options {
            print(
                o.name, o.deliveryModel.geography, Int(o.presentValue.mean), Int(o.presentValue.p10),
                Int(o.presentValue.p90), "se", Int(o.presentValue.standardError), "best", o.chanceToBeBest.value,
                "beats", o.chanceToBeatBaseline?.value ?? -1, "people", o.peopleAtEnd, "perItem",
                o.costPerTransaction.p50, "payback", o.payback as Any, "surv", o.survivingShare as Any)
            print(
                "   ", zip(CostCategory.allCases, o.breakdown).map { "\($0) \(Int($1))" }.joined(separator: " "), "sum",
                Int(o.breakdown.reduce(0, +)))
        }
        if let w = f.waterfall {
            print(
                w.option, w.headline, w.steps.map { "\($0.title): \(Int($0.change))" }, w.net,
                w.headline + w.steps.reduce(0) { $0 + $1.change })
        }
        print("EVPI", f.valueOfPerfectInformation, "hidden", f.hiddenShareOfCharges as Any)
        for h in (f.rivalry?.hinges ?? []).prefix(12) { print(h) }
    }
    for a in d.assumptions { print(a.key, a.quantity, a.origin, a.caveat ?? "") }
    print(d.leftOut)
}
