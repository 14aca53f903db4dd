/// Worldwide Governance Indicators (Kaufmann and Kraay, World Bank, 2024 update): about −2.5 to 2.5, higher is better.
/// Differences smaller than two standard errors mean nothing.
extension Country {
    public var ruleOfLaw: Fact<Double>? { indicator("rule_of_law") }
    public var politicalStability: Fact<Double>? { indicator("political_stability") }
    public var regulatoryQuality: Fact<Double>? { indicator("regulatory_quality") }
    public var controlOfCorruption: Fact<Double>? { indicator("control_of_corruption") }
    public var governmentEffectiveness: Fact<Double>? { indicator("government_effectiveness") }

    /// The five indicators in the order above.
    public var governance: [Fact<Double>?] {
        [ruleOfLaw, politicalStability, regulatoryQuality, controlOfCorruption, governmentEffectiveness]
    }

    private func indicator(_ column: String) -> Fact<Double>? {
        guard let row = tables.governance.value.row(of: code), let value = row.double(column) else { return nil }
        return Fact(
            value, year: row.int("year"),
            source: "World Bank, Worldwide Governance Indicators, 2024 update (CC BY 4.0)",
            standardError: row.double(column + "_se"))
    }
}
