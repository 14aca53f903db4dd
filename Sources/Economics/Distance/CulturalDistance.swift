public import Atlas

/// Kogut and Singh's index of cultural distance: the mean over four of Hofstede's dimensions (power distance,
/// individualism, masculinity, uncertainty avoidance) of (I_i − I_j)² / V, with V the sample variance (n − 1) of the
/// dimension over all countries that have the four.
///
/// Kogut and Singh 1988, Journal of International Business Studies 19(3), 411–432. It was made to predict entry modes:
/// it is no cost, and its critics (Konara and Mohr 2019) have good reasons.
public struct CulturalDistance: Sendable {
    /// Of the atlas that ships with the program.
    public static let shared = CulturalDistance(over: Atlas.shared.countries)

    /// Sample variances of the four dimensions; nil where fewer than two countries have them, or one does not vary.
    public let variances: [Double]?

    public init(over countries: [Country]) {
        let known = countries.compactMap(\.hofstede?.four)
        guard known.count > 1 else {
            variances = nil
            return
        }
        let all = (0..<4).map { dimension in
            let values = known.map { $0[dimension] }
            let mean = values.reduce(0, +) / Double(values.count)
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        }
        variances = all.allSatisfy { $0 > 0 } ? all : nil
    }

    /// Symmetric, and 0 from a country to itself. Nil where a dimension of either is not known.
    public func between(_ first: Country, _ second: Country) -> Double? {
        guard let variances, let a = first.hofstede?.four, let b = second.hofstede?.four else { return nil }
        let terms = (0..<4).map { dimension in
            let difference = a[dimension] - b[dimension]
            return difference * difference / variances[dimension]
        }
        return terms.reduce(0, +) / 4
    }
}
