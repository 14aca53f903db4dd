package import Choosing
import Notation
import Sourcing

/// The price that each partner asks, to be tried: where it stands in the case, whether the bid has it or the option that
/// the bid resembles.
package enum PriceLevers {
    /// Empty where price is no criterion: then no price changes the choice.
    package static func of(_ choice: Choice) -> [Lever] {
        guard choice.price != nil else { return [] }
        return choice.ranking.compactMap { partner in
            choice.evaluation.partners.first { $0.name == partner.name }.flatMap {
                lever($0, title: partner.title, choice)
            }
        }
    }

    private static func lever(_ bidder: Evaluation.Bidder, title: String, _ choice: Choice) -> Lever? {
        let theCase = choice.theCase
        let option = bidder.bid ?? theCase.options.first { $0.name == bidder.option }
        guard let price = option?.price, let place = place(bidder, theCase), let now = value(price.basis) else {
            return nil
        }
        let item = theCase.function(named: choice.evaluation.function)?.item ?? "item"
        let (key, per, isOne) = words(price.basis, item)
        let edit: ValueEdit?
        if place.isOwn, isOne {
            edit = ValueEdit(place.path + [key], in: theCase.document)
        } else {
            // The whole price is written, so that what else it says stays.
            let rest = (place.tree.entries ?? []).filter { $0.key != key && $0.key != "tiers" }
                .map { ", \"\($0.key)\": \(JSONWriter.text($0.value))" }
            edit = ValueEdit(place.path, in: theCase.document, around: ("{\"\(key)\": ", rest.joined() + "}"))
        }
        guard let edit, now > 0 else { return nil }
        let step = Lever.step(now * 0.6, now * 1.4)
        let asks = isOne ? "It asks \(Format.plain(now)) \(price.currency)." : tiers(price)
        return Lever(
            title: title, edit: edit, unit: "\(price.currency) \(per)", low: Lever.rounded(now * 0.6, to: step),
            high: Lever.rounded(now * 1.4, to: step), step: step, now: Lever.rounded(now, to: step / 1000),
            hint: isOne ? asks + tie(bidder.name, choice) : asks)
    }

    private static func place(
        _ bidder: Evaluation.Bidder, _ theCase: Case
    ) -> (path: [String], tree: Tree, isOwn: Bool)? {
        let document = theCase.document
        if bidder.bid == nil, let option = bidder.option {
            guard let tree = document["options"]?[option]?["price"] else { return nil }
            return (["options", option, "price"], tree, true)
        }
        let path = ["selection", "partners", bidder.name, "bid", "price"]
        guard let bid = document["selection"]?["partners"]?[bidder.name]?["bid"] else { return nil }
        if let own = bid["price"], !own.isNull { return (path, own, true) }
        guard let like = bid["like"]?.string, let tree = document["options"]?[like]?["price"] else { return nil }
        return (path, tree, false)
    }

    private static func words(_ basis: SourcingOption.Price.Basis, _ item: String) -> (String, String, Bool) {
        switch basis {
        case .perTransaction: return ("perTransaction", "an item (\(item))", true)
        case .tiers: return ("perTransaction", "an item (\(item))", false)
        case .perHour: return ("perHour", "an hour", true)
        case .perPersonMonth: return ("perPersonMonth", "a person and month", true)
        case .fixed: return ("fixed", "a month", true)
        }
    }

    private static func value(_ basis: SourcingOption.Price.Basis) -> Double? {
        switch basis {
        case .perTransaction(let stated), .perHour(let stated), .perPersonMonth(let stated), .fixed(let stated):
            return middle(stated.quantity)
        case .tiers(let tiers):
            let prices = tiers.compactMap { middle($0.price.quantity) }
            return prices.isEmpty ? nil : prices[prices.count / 2]
        }
    }

    private static func tiers(_ price: SourcingOption.Price) -> String {
        guard case .tiers(let tiers) = price.basis else { return "" }
        let prices = tiers.compactMap { middle($0.price.quantity).map { Format.plain($0) } }
        return "It asks \(prices.joined(separator: ", ")) in tiers; one price for all replaces them."
    }

    private static func middle(_ quantity: Quantity) -> Double? {
        switch quantity {
        case .fixed(let value): return value
        case .pert(_, let likely, _), .published(_, let likely, _): return likely
        case .percentiles(_, let p50, _, _, _): return p50
        case .normal(let mean, _): return mean
        case .uniform(let low, let high): return (low + high) / 2
        case .lognormal(let p10, let p90): return (p10 * p90).squareRoot()
        case .chance: return nil
        }
    }

    private static func tie(_ partner: String, _ choice: Choice) -> String {
        guard let tie = choice.price?.ties.first(where: { $0.partner == partner }), let at = tie.tiesAt else {
            return ""
        }
        let other = choice.partner(tie.with)?.title ?? tie.with
        return " It ties with \(other) at \(Format.plain(at))."
    }
}
