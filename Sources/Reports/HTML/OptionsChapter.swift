import Economics
import Notation
import Sourcing

/// Which options there are, on the two questions that are easily taken for one.
struct OptionsChapter {
    let function: FunctionPage

    var html: String {
        let count = function.options.count
        let heading =
            count == 1
            ? "One option, and two separate questions"
            : Words.capitalised(Words.number(count)) + " options, and two separate questions"
        let words = Markup.paragraph(
            "Outsourced means that a third party does the work, at home or abroad. Offshored means that another country "
                + "does it, whoever owns the unit. One does not imply the other.")
        return function.section("options", heading, words + Markup.pair(map, table))
    }

    private var map: String {
        let spots = function.options.map { option in
            let place = source(option).flatMap { $0.city }
            let cost = function.money.prose(option.presentValue.p50)
            let parts = [place.map { Words.shortened($0, to: 12) }, option.isBaseline ? "today" : nil, cost]
            return MapChart.Spot(
                label: option.displayName, note: parts.compactMap(\.self).joined(separator: " · "),
                kind: function.kind(option), model: option.deliveryModel)
        }
        let title = statement
        return Markup.figure(
            title,
            note: "Median cost over \(function.page.horizon), present value. Shaded: offshored. "
                + "Hours: shared part of a normal working day.",
            svg: MapChart.svg(id: function.id("map"), title: title, spots: spots), source: "")
    }

    private var statement: String {
        guard let subject = function.choice else { return "Outsourced or not, offshored or not" }
        let model = subject.deliveryModel
        let name = Words.shortened(subject.displayName, to: 40)
        switch (model.outsourced, model.offshored) {
        case (true, true): return "\(name) is both outsourced and offshored"
        case (true, false): return "\(name) is outsourced but not offshored"
        case (false, true): return "\(name) is offshored but not outsourced"
        case (false, false): return "\(name) is neither outsourced nor offshored"
        }
    }

    private var table: String {
        HTMLTable(
            caption: "What is on offer. Geography follows from country and shared hours on normal working days.",
            columns: ["Option", "Done by", "Where", "Outsourced", "Offshored", "Price"].map(HTMLTable.text),
            rows: function.options.map { option in
                let model = option.deliveryModel
                let country = source(option).map { Words.country($0.country) } ?? Format.notKnown
                let cells = [
                    Words.performer(model.ownership), "\(country), \(model.geography.rawValue)",
                    model.outsourced ? "yes" : "no", model.offshored ? "yes" : "no", price(option),
                ]
                return .init(
                    head: function.head(option), cells: cells.map(Markup.escape), kind: function.rowKind(option))
            }
        ).html
    }

    private func source(_ option: OptionAnswer) -> SourcingOption? {
        function.page.decision.theCase.options.first { $0.name == option.name }
    }

    private func price(_ option: OptionAnswer) -> String {
        guard let price = source(option)?.price else {
            return option.deliveryModel.outsourced ? Format.notKnown : "at cost"
        }
        let units = function.page.units
        func amount(_ stated: Stated, _ per: String) -> String {
            units.text(stated.quantity, .money(currency: price.currency, per: per)).value
        }
        switch price.basis {
        case .perTransaction(let stated): return amount(stated, function.item)
        case .perHour(let stated): return amount(stated, "hour")
        case .perPersonMonth(let stated): return amount(stated, "person and month")
        case .fixed(let stated): return amount(stated, "month")
        case .tiers(let tiers):
            return tiers.map { tier in
                let limit =
                    tier.upTo.map { "up to \(Format.decimal($0))" } ?? (tiers.count > 1 ? "above" : "any volume")
                return "\(amount(tier.price, function.item)) (\(limit))"
            }.joined(separator: ", ")
        }
    }
}
