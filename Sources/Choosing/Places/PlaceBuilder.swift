import Atlas
import Notation
import Selection
import Sourcing

/// Runs the engine over the places that are left, and says what each would have to offer.
struct PlaceBuilder {
    let context: PlaceContext
    let criteria: PlaceCriteria
    let countries: [Country]
    let conditions: [[String]]
    let readings: [[PlaceCriteria.Reading]]
    let acceptability: Acceptability?

    init(
        context: PlaceContext, criteria: PlaceCriteria, remaining: [(country: Country, conditions: [String])],
        samples: Int, seed: UInt64, threads: Int
    ) throws {
        self.context = context
        self.criteria = criteria
        countries = remaining.map(\.country)
        conditions = remaining.map(\.conditions)
        readings = countries.map(criteria.readings)
        guard !countries.isEmpty else {
            acceptability = nil
            return
        }
        let model = try AcceptabilityModel(
            cells: readings.map { $0.map(\.cell) },
            weights: .points(criteria.criteria.map { $0.points.low...$0.points.high }))
        acceptability = try model.acceptability(samples: samples, seed: seed, threads: threads, only: .ranks)
    }

    func answers() -> [PlaceRanking.Criterion] {
        criteria.criteria.enumerated().map { k, criterion in
            .init(
                name: criterion.name, title: criterion.title, weight: acceptability?.meanWeights[k] ?? 0,
                scale: criterion.scale, source: criterion.source)
        }
    }

    func places() -> [PlaceRanking.Place] {
        guard let acceptability else { return [] }
        let order = countries.indices.sorted {
            (acceptability.meanTotal[$0], countries[$1].name) > (acceptability.meanTotal[$1], countries[$0].name)
        }
        let names = criteria.criteria.map(\.name)
        return order.enumerated().map { place, i in
            let spread = bands(i)
            return .init(
                country: countries[i].code, title: countries[i].name, rank: place + 1,
                points: 100 * acceptability.meanTotal[i], p10: spread.low, p90: spread.high,
                first: acceptability.rankAcceptability[i].first ?? 0,
                firstThree: acceptability.rankAcceptability[i].prefix(3).reduce(0, +),
                geography: context.geography(countries[i]), conditions: conditions[i],
                facts: Dictionary(
                    uniqueKeysWithValues: zip(names, readings[i]).compactMap { name, reading in
                        reading.words.map { (name, $0) }
                    }),
                values: Dictionary(uniqueKeysWithValues: zip(names, acceptability.meanValues[i])),
                toComeFirst: place == 0 ? nil : offer(i, leader: order[0]))
        }
    }

    /// P10 and P90 of the points at the mean weights: what is not known of the place itself.
    ///
    /// The sum of independent readings is taken as normal, clipped to what is possible.
    private func bands(_ i: Int) -> (low: Double, high: Double) {
        guard let acceptability else { return (0, 0) }
        var variance = 0.0
        var (least, most) = (0.0, 0.0)
        for (k, reading) in readings[i].enumerated() {
            let values = reading.cell.grid
            let mean = values.reduce(0, +) / Double(values.count)
            let weight = acceptability.meanWeights[k]
            variance += weight * weight * values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
            least += weight * (values.min() ?? 0)
            most += weight * (values.max() ?? 1)
        }
        let reach = 1.2815515655446004 * variance.squareRoot()
        let middle = acceptability.meanTotal[i]
        return (100 * max(least, middle - reach), 100 * min(most, middle + reach))
    }

    /// The labour cost at which it would tie with the leader, all else unchanged.
    private func offer(_ i: Int, leader: Int) -> String {
        guard let acceptability else { return "" }
        let gap = acceptability.meanTotal[leader] - acceptability.meanTotal[i]
        let weight = acceptability.meanWeights[0]
        let currency = context.theCase.client.currency
        let value = acceptability.meanValues[i][0]
        let target = weight > 0 ? value + gap / weight : .infinity
        if target <= 1 {
            let cost = criteria.labourCost(ofValue: target)
            let now =
                readings[i][0].figure.map { "now about \(currency) \(Format.plain($0))" }
                ?? "what it is now is not known"
            return "Labour at \(currency) \(Format.plain(cost)) an hour or less (\(now)), all else unchanged."
        }
        let short = gap - weight * (1 - value)
        let best = criteria.criteria.indices.dropFirst().max {
            acceptability.meanWeights[$0] * (1 - acceptability.meanValues[i][$0])
                < acceptability.meanWeights[$1] * (1 - acceptability.meanValues[i][$1])
        }
        let other =
            best.map {
                " and \(points(100 * short)) points elsewhere; it has most to gain in \(criteria.criteria[$0].title.lowercased())"
            } ?? ""
        return
            "Cheap labour alone is not enough: it would take \(currency) \(Format.plain(criteria.homeCost / 10)) an hour\(other)."
    }
}

extension ValueCell {
    /// Values that stand for what it may be.
    var grid: [Double] {
        switch self {
        case .known(let value): [value]
        case .range(let low, let high): (0...20).map { low + (high - low) * Double($0) / 20 }
        case .unknown: (0...20).map { Double($0) / 20 }
        case .levels(let values), .futures(let values): values.isEmpty ? [0.5] : values
        case .views(let views): views.compactMap { $0?.mean }.isEmpty ? [0.5] : views.compactMap { $0?.mean }
        }
    }
}

/// The answer in a heading and a few sentences.
struct PlaceWriter {
    let ranking: PlaceRanking
    init(_ ranking: PlaceRanking) { self.ranking = ranking }

    func write() -> (headline: String, text: String) {
        guard let first = ranking.places.first else {
            return (
                "No place passes the must-haves",
                "Loosen one of them under places in the case, or name other countries."
            )
        }
        guard ranking.places.count > 1 else {
            return (
                "\(first.title) is the only place that passes the must-haves",
                "\(ranking.excluded.count) others fail at least one."
            )
        }
        let second = ranking.places[1]
        let total = ranking.places.count + ranking.excluded.count
        return (
            "On public facts, \(first.title) comes first among \(ranking.places.count) places",
            "It is first in \(ofHundred(first.first)) ways to weigh it and among the first three in \(ofHundred(first.firstThree)); \(second.title) follows \(points(first.points - second.points)) points behind. Of \(total) countries, \(ranking.excluded.count) fail a must-have. These are facts of countries, not of bids: a good partner in a middling place may beat a poor one in the best."
        )
    }
}
