import Notation

/// Reads what a partner charges: exactly one basis.
struct PriceReader {
    let cursor: SectionCursor
    let currency: String

    func read() -> SourcingOption.Price? {
        let stated = FieldTable.priceBases.filter(cursor.isPresent)
        let basis = stated.first.flatMap(readBasis)
        let currency = cursor.currency("currency") ?? currency
        var price = SourcingOption.Price(basis: basis ?? .fixed(Stated(.fixed(0))), currency: currency)
        price.minimumPerMonth = cursor.quantity("minimumPerMonth")
        price.indexation = cursor.quantity("indexation")
        price.fxShare = cursor.quantity("fxShare")
        price.volumeBand = cursor.quantity("volumeBand")
        let bases = FieldTable.priceBases
        if stated.isEmpty {
            cursor.book.add(
                cursor.path, at: cursor.position, "The price has no number.",
                "Write \(bases.listed()), for example { perTransaction: 0.62 }.")
        } else if stated.count > 1 {
            cursor.book.add(
                cursor.path, at: cursor.keyPosition(stated[1]), "The price has \(stated.listed("and")).",
                "Keep one: a price has exactly one basis.")
        }
        return basis == nil ? nil : price
    }

    private func readBasis(_ key: String) -> SourcingOption.Price.Basis? {
        switch key {
        case "tiers": readTiers().map { .tiers($0) }
        case "perTransaction": cursor.quantity(key).map { .perTransaction($0) }
        case "perHour": cursor.quantity(key).map { .perHour($0) }
        case "perPersonMonth": cursor.quantity(key).map { .perPersonMonth($0) }
        default: cursor.quantity(key).map { .fixed($0) }
        }
    }

    private func readTiers() -> [SourcingOption.Price.Tier]? {
        guard let tree = cursor.tree("tiers") else { return nil }
        let example = "Write for example [{ upTo: 30000, price: 2.15 }, { price: 1.80 }]."
        guard let list = tree.list, !list.isEmpty, list.count <= 50 else {
            let found = tree.list.map { $0.isEmpty ? "an empty list" : "a list of \($0.count)" } ?? tree.shown
            cursor.fault("tiers", "Here a list of 1 to 50 tiers was expected, but there is \(found).", example)
            return nil
        }
        var tiers: [SourcingOption.Price.Tier] = []
        var last = 0.0
        for (index, element) in list.enumerated() {
            let path = cursor.path("tiers").appending(key: String(index + 1))
            guard let tier = SectionCursor(element, FieldTable.tier, path: path, book: cursor.book) else { continue }
            tier.checkRequired()
            let isLast = index == list.count - 1
            let upTo = tier.number("upTo")
            if isLast, tier.isPresent("upTo") {
                tier.fault(
                    "upTo", "The last tier has a limit, so the items beyond it have no price.",
                    "Remove upTo from the last tier.")
            } else if !isLast, !tier.isPresent("upTo") {
                cursor.book.add(
                    path, at: element.position, "The tier has no upTo, but another tier follows.",
                    "Write the limit up to which its price holds.")
            } else if let upTo {
                if upTo <= last {
                    tier.fault(
                        "upTo", "The limit \(plain(upTo)) is not more than the one before, \(plain(last)).",
                        "Let the limits rise.")
                }
                last = upTo
            }
            if let price = tier.quantity("price") { tiers.append(.init(upTo: isLast ? nil : upTo, price: price)) }
        }
        return tiers.count == list.count ? tiers : nil
    }
}
