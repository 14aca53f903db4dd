import Economics
import Sourcing

/// Options × figures as plain cells, shared by the exports.
struct FigureTable {
    enum Cell {
        case text(String)
        case number(Double, Kind)
        case blank
    }
    enum Kind { case money, unitPrice, share, plain, whole }

    var columns: [String]
    var rows: [[Cell]]

    static func options(of decision: Decision) -> FigureTable {
        let columns =
            [
                "function", "option", "title", "baseline", "recommended", "ownership", "geography", "outsourced",
                "offshored", "mean", "standard deviation", "standard error", "p5", "p10", "p25", "p50", "p75", "p90",
                "p95", "cvar95", "cost per item mean", "cost per item p10", "cost per item p50", "cost per item p90",
                "chance to beat today", "chance to be cheapest", "net saving mean", "net saving p10",
                "net saving p50", "net saving p90", "surviving share mean", "payback month p10", "payback month p50",
                "payback month p90", "chance to pay back", "people at end",
            ] + CostCategory.allCases.map(\.rawValue)
        return FigureTable(
            columns: columns,
            rows: decision.functions.flatMap { function in function.options.map { row($0, of: function) } })
    }

    private static func row(_ option: OptionAnswer, of function: FunctionDecision) -> [Cell] {
        let model = option.deliveryModel
        let pv = option.presentValue
        let item = option.costPerTransaction
        let flag = { (value: Bool) in Cell.text(value ? "yes" : "no") }
        var cells: [Cell] = [
            .text(function.function), .text(option.name), .text(option.displayName), flag(option.isBaseline),
            flag(option.name == function.recommendation.choice), .text(model.ownership.rawValue),
            .text(model.geography.rawValue), flag(model.outsourced), flag(model.offshored),
        ]
        cells += [
            pv.mean, pv.standardDeviation, pv.standardError, pv.p5, pv.p10, pv.p25, pv.p50, pv.p75, pv.p90, pv.p95,
            pv.cvar95,
        ].map { number($0, .money) }
        cells += [item.mean, item.p10, item.p50, item.p90].map { number($0, .unitPrice) }
        cells += [option.chanceToBeatBaseline?.value, option.chanceToBeBest.value].map { number($0, .share) }
        let net = option.netSaving
        cells += [net?.mean, net?.p10, net?.p50, net?.p90].map { number($0, .money) }
        cells.append(number(option.survivingShare?.mean, .share))
        cells += [option.payback?.p10, option.payback?.p50, option.payback?.p90].map { number($0, .plain) }
        cells.append(number(option.payback?.chance, .share))
        cells.append(number(option.peopleAtEnd, .plain))
        return cells + CostCategory.allCases.map { number(option.part($0), .money) }
    }

    /// What is not known leaves its cell empty.
    static func number(_ value: Double?, _ kind: Kind) -> Cell {
        guard let value, value.isFinite else { return .blank }
        return .number(value, kind)
    }
}
