/// Prices and money: economy.csv. Rates are fractions a year.
extension Country {
    private var economy: Row? { tables.economy.value.row(of: code) }

    /// Rise of consumer prices in the last year known. World Bank FP.CPI.TOTL.ZG.
    public var inflation: Fact<Double>? {
        economy?.double("inflation").map {
            Fact($0 / 100, year: economy?.int("inflation_year"), source: Self.worldBank("FP.CPI.TOTL.ZG"))
        }
    }

    /// Mean over the five years up to `year`; it holds the price shock of 2022, so it is no forecast.
    public var inflationFiveYearAverage: Fact<Double>? {
        economy?.double("inflation_5y_average").map {
            Fact(
                $0 / 100, year: economy?.int("inflation_year"), source: Self.worldBank("FP.CPI.TOTL.ZG"),
                note: "mean of five years, with the price shock of 2022; not a forecast")
        }
    }

    /// Current US dollars.
    public var gdpPerCapita: Fact<Double>? {
        economy?.double("gdp_per_capita_usd").map {
            Fact(
                $0, year: economy?.int("gdp_per_capita_year"), source: Self.worldBank("NY.GDP.MKTP.CD and SP.POP.TOTL"),
                note: "divided by the population of the same year")
        }
    }

    /// Units of the country's currency for one US dollar, mean of the year.
    public var unitsPerUSD: Fact<Double>? {
        economy?.double("units_per_usd").map {
            Fact($0, year: economy?.int("units_per_usd_year"), source: exchangeRateSource)
        }
    }

    /// Standard deviation of the yearly change of the logarithm of the exchange rate to the dollar.
    ///
    /// From monthly averages (× √12) where they are known, else from yearly averages, which damp the swings.
    public var fxLogVolatility: Fact<Double>? {
        guard let economy else { return nil }
        if let monthly = economy.double("fx_log_volatility_monthly"), let first = economy.text("fx_monthly_from"),
            let last = economy.text("fx_monthly_to")
        {
            return Fact(
                monthly, year: Int(last.prefix(4)), source: exchangeRateSource,
                note: "monthly changes, \(first) to \(last), times the square root of 12")
        }
        return economy.double("fx_log_volatility").map {
            let note = "yearly averages \(yearsOfExchangeRate): year-end rates swing about a fifth more"
            return Fact(
                $0, year: economy.int("fx_to"), source: exchangeRateSource,
                note: currency == "USD" ? nil : $0 < 0.005 ? "\(note); a peg is history, not a promise" : note)
        }
    }

    /// Mean yearly change of the logarithm of the exchange rate; positive: the currency lost value against the dollar.
    public var fxLogDrift: Fact<Double>? {
        economy?.double("fx_log_drift").map {
            Fact(
                $0, year: economy?.int("fx_to"), source: exchangeRateSource,
                note: currency == "USD" ? nil : "yearly averages \(yearsOfExchangeRate)")
        }
    }

    /// Prices of goods relative to the United States: 0.24 means 24 percent of the US price.
    public var priceLevel: Fact<Double>? {
        economy?.double("price_level").map {
            Fact(
                $0, year: economy?.int("ppp_year"), source: Self.worldBank("PA.NUS.PPP"),
                note: "purchasing power parity divided by the market rate of the same year")
        }
    }

    private var yearsOfExchangeRate: String { "\(economy?.text("fx_from") ?? "?") to \(economy?.text("fx_to") ?? "?")" }

    private var exchangeRateSource: String {
        switch economy?.text("exchange_rate_source") {
        case "IMF ER": "International Monetary Fund, Exchange Rates (ER), period average"
        case let other: other ?? "not stated"
        }
    }

    private static func worldBank(_ series: String) -> String { "World Bank \(series) (CC BY 4.0)" }
}
