import Atlas
import Foundation
import Notation
import Sourcing

/// Makes a case ready for the simulation: finds every number, from the case, the atlas or the published ranges, and
/// enters it in the assumption register.
struct CasePlanner {
    let theCase: Case
    var book: AssumptionBook
    private(set) var faults: [Fault] = []
    let clientCountry: Country?
    private(set) var models: [DeliveryModel] = []

    init(_ theCase: Case) {
        self.theCase = theCase
        book = AssumptionBook(usesDefaults: theCase.usesDefaults)
        clientCountry = Atlas.shared.country(theCase.client.country)
    }

    struct Result {
        var plan: CasePlan
        var drivers: DriverSet
        var specs: [AssumptionBook.DriverSpec]
        var assumptions: [Assumption]
        var leftOut: [String]
        var models: [DeliveryModel]
    }

    mutating func plan() throws -> Result {
        let horizon = theCase.horizon
        var functions: [FunctionPlan] = []
        var options: [OptionPlan] = []
        for function in theCase.functions {
            functions.append(planFunction(function))
        }
        for option in theCase.options {
            guard let index = theCase.functions.firstIndex(where: { $0.name == option.function }) else {
                fail(
                    option, "function", "There is no function \(option.function).", "Name one of the case's functions.")
                continue
            }
            models.append(try deliveryModel(option))
            options.append(try planOption(option, function: theCase.functions[index], index: index))
        }
        for index in functions.indices {
            if let baseline = options.firstIndex(where: { $0.function == index && $0.isBaseline }) {
                functions[index].baseline = baseline
            } else {
                faults.append(
                    Fault(
                        path: "functions.\(functions[index].name)",
                        "No option of this function is the baseline.",
                        remedy: "Write baseline: true at the option that is in force today."))
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
        leaveOutRemarks()
        let v = 1 + horizon.discountRate
        let discounts = (0...horizon.months).map { pow(v, -Double($0) / 12) }
        let drivers = try correlatedDrivers()
        return Result(
            plan: CasePlan(months: horizon.months, discounts: discounts, functions: functions, options: options),
            drivers: drivers, specs: book.drivers, assumptions: book.assumptions, leftOut: book.leftOut, models: models)
    }

    mutating func fail(_ option: SourcingOption, _ key: String, _ problem: String, _ remedy: String) {
        faults.append(
            Fault(
                path: "options.\(option.name).\(key)", at: option.line.map { Position(line: $0, column: 1) }, problem,
                remedy: remedy))
    }

    private func deliveryModel(_ option: SourcingOption) throws -> DeliveryModel {
        DeliveryModel(
            ownership: option.ownership,
            geography: try Geography.of(
                client: (theCase.client.country, theCase.client.timeZone), site: (option.country, option.timeZone),
                year: theCase.horizon.start.year))
    }

    private mutating func leaveOutRemarks() {
        book.leaveOut(
            "Tax is left out: corporate tax, value-added tax that cannot be recovered, transfer-pricing mark-ups, and hedging."
        )
        book.leaveOut("Working capital, and what people could do with time that is set free, are left out.")
        if !theCase.usesDefaults {
            book.leaveOut(
                "All published ranges are switched off: what the case does not state costs nothing here and does nothing."
            )
        }
    }

    // MARK: Money

    /// Units of the client's currency for one unit of `currency`, today; nil (with a fault) where it is not known.
    mutating func rate(of currency: String, _ option: SourcingOption, key: String) -> Double {
        let client = theCase.client.currency
        if currency == client { return 1 }
        if let stated = theCase.exchangeRates[currency] {
            if case .fixed(let units) = stated.quantity, units > 0 {
                _ = book.term(
                    "exchangeRate.\(currency)", "\(currency) for one \(client), today",
                    .count("\(currency) per \(client)"), stated)
                return 1 / units
            }
        }
        if let host = Self.unitsPerUSD(currency), let home = Self.unitsPerUSD(client) {
            if theCase.usesDefaults {
                let source = "\(host.source), \(host.year.map(String.init) ?? "undated")"
                _ = book.term(
                    "exchangeRate.\(currency)", "\(currency) for one \(client), today",
                    .count("\(currency) per \(client)"), nil,
                    .fact(.fixed(host.value / home.value), source: source, caveat: "yearly average"))
            }
            return home.value / host.value
        }
        fail(
            option, key, "The exchange rate of \(currency) is not known.",
            "Write exchangeRates: { \(currency): … }, the units of \(currency) for one \(client).")
        return 1
    }

    static func unitsPerUSD(_ currency: String) -> Fact<Double>? {
        if currency == "USD" { return Fact(1, year: nil, source: "definition") }
        return Atlas.shared.countries.first { $0.currency == currency && $0.unitsPerUSD != nil }?.unitsPerUSD
    }

    static func country(ofCurrency currency: String) -> Country? {
        let using = Atlas.shared.countries.filter { $0.currency == currency && $0.fxLogVolatility != nil }
        return using.first { $0.code == currency.prefix(2) } ?? using.first
    }
}
