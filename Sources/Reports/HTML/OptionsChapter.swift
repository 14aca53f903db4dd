import Economics
import Sourcing

/// The options on the map of the two questions, and what is on offer.
struct OptionsChapter {
    let context: ReportContext
    let id: String
    let hours: [SiteHours]

    var html: String {
        let options = context.function.options
        let spots = options.map { option in
            let source = context.source(option.name)
            let place = source?.city ?? source.map { Words.country($0.country) } ?? ""
            let median = context.money.prose(option.presentValue.p50)
            return MapChart.Spot(
                label: option.displayName,
                note: [place, option.isBaseline ? "today" : "", median].filter { !$0.isEmpty }.joined(separator: " · "),
                kind: context.kind(option), model: option.deliveryModel)
        }
        let figure = Markup.figure(
            statement,
            note: "Median cost over \(context.span), present value. Shaded: offshored. Hours: shared part of a normal working day, 09:00–17:00 at both.",
            svg: MapChart.svg(
                id: "\(id)-map", title: "Map of the options: outsourced or not, offshored or not", spots: spots), source: "")
        let table = HTMLTable(
            caption: "What is on offer. Geography follows from country and shared hours on normal working days.",
            columns: [
                HTMLTable.text("Option"), HTMLTable.text("Done by"), HTMLTable.text("Outsourced?"),
                HTMLTable.text("Offshored?"), HTMLTable.text("Geography"), HTMLTable.text("Price"),
            ],
            rows: options.map { option in
                let model = option.deliveryModel
                return HTMLTable.Row(
                    head: context.head(option),
                    cells: [
                        Markup.escape(Words.performer(model.ownership)), model.outsourced ? "yes" : "no",
                        model.offshored ? "yes" : "no", model.geography.rawValue, Markup.escape(price(option)),
                    ], kind: context.rowKind(option))
            })
        let count = options.count
        let heading = "\(Words.capitalised(Words.number(count))) option\(count == 1 ? "" : "s"), and two separate questions"
        return """
            <section id="\(id)">
            <h2>\(heading)</h2>
            <p>Outsourced means that a third party does the work, at home or abroad. Offshored means that another country does it, whoever owns the unit. One does not imply the other.</p>
            \(Markup.pair(figure, table.html))</section>

            """
    }

    private var statement: String {
        let options = context.function.options
        let both = options.filter { $0.deliveryModel.outsourced && $0.deliveryModel.offshored }.count
        let out = options.filter { $0.deliveryModel.outsourced && !$0.deliveryModel.offshored }.count
        let off = options.filter { !$0.deliveryModel.outsourced && $0.deliveryModel.offshored }.count
        let parts = [
            both > 0 ? "\(Words.number(both)) outsourced and offshored" : nil,
            out > 0 ? "\(Words.number(out)) outsourced only" : nil, off > 0 ? "\(Words.number(off)) offshored only" : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? "No option is outsourced or offshored" : Words.capitalised(parts.joined(separator: ", "))
    }

    private func price(_ option: OptionAnswer) -> String {
        guard let price = context.source(option.name)?.price else { return "at cost" }
        let money = MoneyFormat(currency: price.currency)
        func unit(_ stated: Stated) -> String {
            money.unit(QuantileFunction(stated.quantity).value(at: 0.5))
        }
        switch price.basis {
        case .perTransaction(let stated): return "\(unit(stated)) \(UnitFormat.per(context.item))"
        case .tiers(let tiers):
            let prices = tiers.map { unit($0.price) }
            return "\(prices.joined(separator: ", then ")) \(UnitFormat.per(context.item))"
        case .perHour(let stated): return "\(unit(stated)) a paid hour"
        case .perPersonMonth(let stated): return "\(unit(stated)) a person and month"
        case .fixed(let stated): return "\(unit(stated)) a month"
        }
    }
}
