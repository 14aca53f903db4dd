import Atlas
import Foundation
import Notation
import Selection
public import Sourcing
import TrialKernels

/// Ranks places for a function before there are bids: gates first, then facts on absolute scales, with what is not known
/// kept as uncertainty.
public struct Locate: Sendable {
    public static let defaultSamples = 20_000

    public var samples: Int
    public var seed: UInt64
    public var threads: Int

    public init(samples: Int = Locate.defaultSamples, seed: UInt64 = 1, threads: Int = 1) {
        self.samples = samples
        self.seed = seed
        self.threads = threads
    }

    /// - Parameter function: by name; may be nil where the case has one function only.
    /// - Throws: `Faults` where the function is not said or not known, or no weights can be drawn.
    public func callAsFunction(_ theCase: Case, function name: String? = nil) throws -> PlaceRanking {
        let function = try Self.function(theCase, name)
        let context = try PlaceContext(theCase, function)
        let candidates = Atlas.shared.countries.filter {
            let rules = theCase.places
            return (rules.countries.isEmpty || rules.countries.contains($0.code)) && !rules.without.contains($0.code)
        }
        let gates = PlaceGates(context)
        var remaining: [(country: Country, conditions: [String])] = []
        var excluded: [PlaceRanking.Exclusion] = []
        var failed: [String: Int] = [:]
        var unknown: [String: Int] = [:]
        for country in candidates {
            let answers = gates.answers(country)
            let reasons = answers.filter { $0.state == .fail }
            for answer in answers where answer.state == .fail { failed[answer.gate, default: 0] += 1 }
            for answer in answers where answer.state == .notKnown { unknown[answer.gate, default: 0] += 1 }
            if reasons.isEmpty {
                remaining.append((country, answers.filter { $0.state == .notKnown }.map(\.gate)))
            } else {
                excluded.append(
                    .init(country: country.code, title: country.name, reasons: reasons.map(\.reason)))
            }
        }
        let criteria = PlaceCriteria(context)
        let builder = try PlaceBuilder(
            context: context, criteria: criteria, remaining: remaining, samples: samples, seed: seed, threads: threads)
        var ranking = PlaceRanking(
            theCase: theCase, function: function.name, samples: samples, seed: seed, headline: "", text: "",
            places: builder.places(), excluded: excluded, criteria: builder.answers(),
            gates: gates.rules.map {
                .init(title: $0.title, rule: $0.rule, failed: failed[$0.title] ?? 0, notKnown: unknown[$0.title] ?? 0)
            }, assumptions: criteria.assumptions + gates.assumptions)
        (ranking.headline, ranking.text) = PlaceWriter(ranking).write()
        return ranking
    }

    private static func function(_ theCase: Case, _ name: String?) throws -> BusinessFunction {
        let known = theCase.functions.map(\.name)
        guard let name else {
            if let only = theCase.functions.first, theCase.functions.count == 1 { return only }
            throw Faults(
                Fault(
                    path: "functions", "The case has \(known.count) functions, and it is not said which one to place.",
                    remedy: "Add --function with one of \(known.joined(separator: ", "))."))
        }
        guard let function = theCase.function(named: name) else {
            let near = NearestName.of(name, in: known).map { "Did you mean \($0)?" }
            throw Faults(
                Fault(
                    path: "functions", "There is no function named “\(name)”.",
                    remedy: near ?? "Known: \(known.joined(separator: ", "))."))
        }
        return function
    }
}

/// What all parts of the ranking look at.
struct PlaceContext {
    let theCase: Case
    let function: BusinessFunction
    let client: Country
    let year: Int
    /// Units of the client's currency for one US dollar.
    let perUSD: Double

    init(_ theCase: Case, _ function: BusinessFunction) throws {
        self.theCase = theCase
        self.function = function
        guard let client = Atlas.shared.country(theCase.client.country) else {
            throw Faults(Fault(path: "client.country", "There are no facts on \(theCase.client.country)."))
        }
        self.client = client
        year = min(max(theCase.horizon.start.year, 2026), 2031)
        let code = theCase.client.currency
        if code == "USD" {
            perUSD = 1
        } else if code == client.currency, let rate = client.unitsPerUSD?.value {
            perUSD = rate
        } else if let home = Atlas.shared.countries.first(where: { $0.currency == code && $0.unitsPerUSD != nil }),
            let rate = home.unitsPerUSD?.value
        {
            perUSD = rate
        } else {
            throw Faults(
                Fault(
                    path: "client.currency",
                    "No exchange rate of \(code) is known, so labour costs cannot be compared.",
                    remedy: "State the client's currency as one of a country in the atlas."))
        }
    }

    func overlap(_ country: Country) -> Overlap? {
        try? Overlap.between(theCase.client.timeZone, .normal, country.timeZone, .normal, year: year)
    }

    func geography(_ country: Country) -> Geography {
        let found = try? Geography.of(
            client: (theCase.client.country, theCase.client.timeZone), site: (country.code, country.timeZone),
            year: year)
        return found ?? .offshore
    }

    var languages: [String] { function.languages.isEmpty ? client.languages : function.languages }

    func languageName(_ code: String) -> String {
        let names = [
            "en": "English", "es": "Spanish", "fr": "French", "de": "German", "pt": "Portuguese", "it": "Italian",
            "nl": "Dutch", "pl": "Polish", "ja": "Japanese", "zh": "Chinese", "ar": "Arabic", "ro": "Romanian",
        ]
        return names[code] ?? code
    }

    /// Share of the people who use a language, official or not, 0…1; nil where no figure is known.
    func share(of language: String, in country: Country) -> Double? {
        let spoken = country.languagesSpoken.filter { $0.language == language }.map(\.percent).max()
        return spoken.map { min(1, $0 / 100) }
    }

    func isOfficial(_ language: String, in country: Country) -> Bool {
        country.languages.contains(language) || (language == "en" && country.englishOfficial)
            || country.languagesSpoken.contains { $0.language == language && $0.official }
    }
}
