import Economics
import Notation
import Sourcing

/// The options side by side, and the way from the wage gap to what is left of it.
extension TextPage {
    private static let paysBack = "Pays back in month"

    mutating func ranking(_ function: FunctionDecision) {
        let options = function.options
        let scale = MoneyScale.table(options.map(\.presentValue.p90), names.money)
        let price = MoneyScale.unitPrice(options.map(\.costPerTransaction.p50), names.money)
        section("Cost over \(names.horizon), cheapest on average first")
        let label = DecisionNames.label(scale)
        note("Present value\(label.isEmpty ? "" : " in \(label)"); in 80 of 100 futures it lies between P10 and P90.")
        let item = UnitFormat.per(names.item(ofFunction: function.function))
        let compared = options.count > 1
        var columns: [TextTable.Column] = [
            .init(header: "Option", right: false, least: 16),
            .init(header: "How", right: false, least: 11, drop: 8),
            .init(header: "P10", drop: 2), .init(header: "Median"), .init(header: "P90", drop: 3),
        ]
        if compared {
            columns += [
                .init(header: "Beats today, in 100", drop: 5), .init(header: "Cheapest, in 100", drop: 4),
            ]
        }
        columns.append(.init(header: "\(price.label.isEmpty ? "Cost" : price.label) \(item)", drop: 6))
        if compared { columns.append(.init(header: Self.paysBack, drop: 7)) }
        let rows = options.map { option in
            let value = option.presentValue
            var row = [
                option.displayName + (option.isBaseline ? " (today)" : ""), DeliveryWords.short(option.deliveryModel),
                scale.text(value.p10), scale.text(value.p50), scale.text(value.p90),
            ]
            if compared {
                row += [
                    option.chanceToBeatBaseline.map { Format.ofHundred($0.value) } ?? "–",
                    Format.ofHundred(option.chanceToBeBest.value),
                ]
            }
            row.append(price.text(option.costPerTransaction.p50))
            if compared { row.append(payback(option)) }
            return row
        }
        let ranked = TextTable(columns, rows: rows)
        table(ranked)
        if ranked.shows(Self.paysBack, width: width), options.contains(where: { payback($0) == "none" }) {
            note("\(Self.paysBack): the median; none where that is not within \(names.horizon).")
        }
    }

    private func payback(_ option: OptionAnswer) -> String {
        guard let payback = option.payback else { return "–" }
        guard let month = payback.p50, month.isFinite else { return "none" }
        return Format.decimal(month.rounded(.up))
    }

    /// Outsourced and offshored are two questions: each option answers both.
    mutating func stands(_ function: FunctionDecision) {
        section("Where each option stands")
        let rows = function.options.map { option in
            let stated = decision.theCase.options.first { $0.name == option.name }
            return [
                option.displayName, option.deliveryModel.outsourced ? "yes" : "no",
                DeliveryWords.offshored(option.deliveryModel), Words.performer(option.deliveryModel.ownership),
                DeliveryWords.place(stated),
            ]
        }
        table(
            TextTable(
                [
                    .init(header: "Option", right: false, least: 16), .init(header: "Outsourced?", right: false),
                    .init(header: "Offshored?", right: false, least: 10),
                    .init(header: "Done by", right: false, least: 10, drop: 2),
                    .init(header: "Where", right: false, least: 12, drop: 1),
                ], rows: rows))
    }

    mutating func chain(_ waterfall: Waterfall, _ function: FunctionDecision) {
        let option = DecisionNames.option(waterfall.option, in: function)
        section("From wage gap to net saving: \(option)")
        let changes = waterfall.steps.map(\.change)
        let all = [waterfall.baselineHeadline, waterfall.optionHeadline, waterfall.net] + changes
        let scale = MoneyScale.table(all, names.money)
        let label = DecisionNames.label(scale)
        note("Mean present value\(label.isEmpty ? "" : " in \(label)"), against today’s way.")
        let unit = scale.divisor / Format.power(scale.digits)
        func whole(_ value: Double) -> Double { (value / unit).rounded() * unit }
        let today = whole(waterfall.baselineHeadline)
        let headline = whole(waterfall.headline)
        let steps = Rounding.addingUp(changes, to: whole(waterfall.net) - headline, unit: unit)
        func row(_ title: String, _ value: Double) -> [String] { [title, scale.text(value, signed: true)] }
        var rows = [
            ["Today’s way, at today’s pay or price", scale.text(today)],
            row("\(option), at today’s pay or price", headline - today),
            ["Headline saving", scale.text(headline)],
        ]
        rows += zip(waterfall.steps, steps).map { row($0.title, $1) }
        rows.append(["Net saving", scale.text(whole(waterfall.net))])
        let body = TextTable([.init(header: "", right: false, least: 20), .init(header: "")], rows: rows)
            .lines(width: min(width, 76)).body
        // What is added up stands out from what is added.
        lines += body.map { $0.hasPrefix("Headline saving") || $0.hasPrefix("Net saving") ? style.bold($0) : $0 }
        if let share = function.option(waterfall.option)?.survivingShare, share.p50.isFinite {
            let range = Format.range(Format.decimal(share.p10 * 100), Format.decimal(share.p90 * 100))
            prose(
                "Of the headline saving \(Format.wholeShare(share.p50)) survives (median; in 80 of 100 futures \(range)\(Format.space)%)."
            )
        }
        if let hidden = function.hiddenShareOfCharges, hidden.isFinite {
            prose(
                "What the cheapest outsourced option costs beside its charges comes to \(Format.wholeShare(hidden)) of them."
            )
        }
    }
}
