import Economics
import Notation
public import Sourcing

/// What each partner's offer costs in total, future by future, and how that moves with its prices.
///
/// The dearest part of a choice, and the same as long as neither the offers nor what they cost changes: whoever tries one
/// weight after another works it out once (``key(of:trials:seed:)``).
public struct BidPricing: Sendable {
    /// By partner: present value of the total cost in each future, in the client's currency.
    let costs: [String: [Double]]
    /// By partner: change of that cost for a change of all its prices by the factor 1, future by future. The cost is a
    /// straight line in the prices: charges, and what is reckoned as a share of them.
    let slopes: [String: [Double]]
    /// By partner: the option whose cost it is.
    let options: [String: SourcingOption]

    /// How far prices are moved to find the slope; any step gives the same up to rounding.
    private static let step = 0.125

    init(_ theCase: Case, _ evaluation: Evaluation, trials: Int, seed: UInt64, threads: Int) throws {
        var options: [String: SourcingOption] = [:]
        if evaluation.criteria.contains(where: { $0.kind == .price }) {
            for partner in evaluation.partners {
                options[partner.name] =
                    partner.bid ?? partner.option.flatMap { name in theCase.options.first { $0.name == name } }
            }
        }
        self.options = options
        guard !options.isEmpty else {
            costs = [:]
            slopes = [:]
            return
        }
        var bids = Self.caseWithBids(theCase, evaluation)
        let asked = try CostFutures.of(bids, trials: trials, seed: seed, threads: threads)
        for index in bids.options.indices {
            bids.options[index].price = bids.options[index].price?.scaled(by: 1 + Self.step)
        }
        // The same futures again: streams are named by driver.
        let raised = try CostFutures.of(bids, trials: trials, seed: seed, threads: threads)
        var costs: [String: [Double]] = [:]
        var slopes: [String: [Double]] = [:]
        for (partner, option) in options {
            guard let before = asked.presentValues(of: option.name), let after = raised.presentValues(of: option.name)
            else { continue }
            costs[partner] = before
            slopes[partner] = zip(before, after).map { ($1 - $0) / Self.step }
        }
        self.costs = costs
        self.slopes = slopes
    }

    /// - Throws: `Faults` where the case compares no partners, or the cost model lacks a number.
    public init(_ theCase: Case, trials: Int, seed: UInt64, threads: Int) throws {
        guard let evaluation = theCase.evaluation else {
            throw Faults(
                Fault(
                    path: "selection", "The case has no selection section.",
                    remedy: "Write one with criteria and partners."))
        }
        try self.init(theCase, evaluation, trials: trials, seed: seed, threads: threads)
    }

    /// Two cases with one key have the same costs: equal in everything but criteria, weights, evaluators and gates.
    public static func key(of theCase: Case, trials: Int, seed: UInt64) -> String {
        let document = theCase.document.entries ?? []
        var parts = document.filter { $0.key != "selection" }
        let selection = document.first { $0.key == "selection" }?.value
        parts.append(.init(key: "partners", value: selection?["partners"] ?? .null))
        parts.append(.init(key: "function", value: selection?["function"] ?? .null))
        let isPriced = theCase.evaluation?.criteria.contains { $0.kind == .price } ?? false
        parts.append(.init(key: "priced", value: .bool(isPriced)))
        parts.append(.init(key: "draws", value: .list([.number(trials), .text(String(seed))])))
        return JSONWriter.text(Tree(.map(parts)))
    }

    /// The case with an option for each bid that has none of its own.
    static func caseWithBids(_ theCase: Case, _ evaluation: Evaluation) -> Case {
        var bids = theCase
        bids.options += evaluation.partners.compactMap(\.bid)
        return bids
    }

    /// The costs of a partner at other prices.
    func costs(of partner: String, priceFactor factor: Double) -> [Double]? {
        guard let costs = costs[partner], let slopes = slopes[partner] else { return nil }
        return zip(costs, slopes).map { $0 + (factor - 1) * $1 }
    }
}
