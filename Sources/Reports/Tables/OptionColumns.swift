import Economics
import Sourcing

/// One cell of a table that a program reads.
enum DataCell {
    case text(String)
    case number(Double?)
    case flag(Bool)
}

/// The columns that say everything of an option, the same in CSV and in the workbook.
struct OptionColumn {
    enum Style { case text, money, price, share, months }

    var name: String
    /// For people: the workbook's.
    var heading: String
    var style: Style
    var cell: (FunctionDecision, OptionAnswer) -> DataCell

    static var all: [OptionColumn] { identity + distribution + parts + comparison }

    private static func text(
        _ name: String, _ heading: String, _ value: @escaping (FunctionDecision, OptionAnswer) -> String
    ) -> OptionColumn {
        OptionColumn(name: name, heading: heading, style: .text) { .text(value($0, $1)) }
    }

    private static func number(
        _ name: String, _ heading: String, _ style: Style, _ value: @escaping (OptionAnswer) -> Double?
    ) -> OptionColumn {
        OptionColumn(name: name, heading: heading, style: style) { .number(value($1)) }
    }

    private static var identity: [OptionColumn] {
        [
            text("function", "Function") { function, _ in function.function },
            text("option", "Option") { _, option in option.name },
            text("title", "Title") { _, option in option.displayName },
            text("ownership", "Ownership") { _, option in option.deliveryModel.ownership.rawValue },
            text("geography", "Geography") { _, option in option.deliveryModel.geography.rawValue },
            OptionColumn(name: "outsourced", heading: "Outsourced", style: .text) {
                .flag($1.deliveryModel.outsourced)
            },
            OptionColumn(name: "offshored", heading: "Offshored", style: .text) { .flag($1.deliveryModel.offshored) },
        ]
    }

    private static var distribution: [OptionColumn] {
        [
            number("mean", "Mean", .money) { $0.presentValue.mean },
            number("sd", "Standard deviation", .money) { $0.presentValue.standardDeviation },
            number("p5", "P5", .money) { $0.presentValue.p5 },
            number("p10", "P10", .money) { $0.presentValue.p10 },
            number("p25", "P25", .money) { $0.presentValue.p25 },
            number("p50", "Median", .money) { $0.presentValue.p50 },
            number("p75", "P75", .money) { $0.presentValue.p75 },
            number("p90", "P90", .money) { $0.presentValue.p90 },
            number("p95", "P95", .money) { $0.presentValue.p95 },
            number("cvar95", "Mean of the dearest 5 %", .money) { $0.presentValue.cvar95 },
            number("costPerTransactionP10", "Cost per item P10", .price) { $0.costPerTransaction.p10 },
            number("costPerTransactionP50", "Cost per item median", .price) { $0.costPerTransaction.p50 },
            number("costPerTransactionP90", "Cost per item P90", .price) { $0.costPerTransaction.p90 },
        ]
    }

    private static var parts: [OptionColumn] {
        CostCategory.allCases.enumerated().map { index, category in
            number(category.rawValue, category.title, .money) {
                $0.breakdown.indices.contains(index) ? $0.breakdown[index] : nil
            }
        }
    }

    private static var comparison: [OptionColumn] {
        [
            number("chanceToBeatBaseline", "Chance to beat today’s way", .share) { $0.chanceToBeatBaseline?.value },
            number("chanceToBeBest", "Chance to be cheapest", .share) { $0.chanceToBeBest.value },
            number("netSavingP10", "Net saving P10", .money) { $0.netSaving?.p10 },
            number("netSavingP50", "Net saving median", .money) { $0.netSaving?.p50 },
            number("netSavingP90", "Net saving P90", .money) { $0.netSaving?.p90 },
            number("paybackP10", "Payback month P10", .months) { $0.payback?.p10 },
            number("paybackP50", "Payback month median", .months) { $0.payback?.p50 },
            number("paybackP90", "Payback month P90", .months) { $0.payback?.p90 },
        ]
    }
}
