import Atlas
import Notation
import Sourcing

/// What takes a country out before anything is weighed.
struct PlaceGates {
    struct Rule {
        var title: String
        var rule: String
    }

    struct Answer {
        var gate: String
        var state: Evaluation.GateState
        /// A sentence, where it fails.
        var reason: String
    }

    static let usualRuleOfLaw = -1.0
    static let usualEnglish = 450.0
    /// Share of the people who use a language from which on it can be staffed.
    static let usualSpeakers = 0.2

    let context: PlaceContext
    let rules: [Rule]
    let assumptions: [String]

    private var stated: PlaceRules { context.theCase.places }
    private var leastRuleOfLaw: Double { stated.leastRuleOfLaw ?? Self.usualRuleOfLaw }
    private var leastSpeakers: Double { stated.leastSpeakers ?? Self.usualSpeakers }
    private var leastEnglish: Double { stated.leastEnglish ?? Self.usualEnglish }

    private static let language = "Language"
    private static let overlap = "Working hours shared"
    private static let data = "Where the data may be"
    private static let law = "Rule of law"

    init(_ context: PlaceContext) {
        self.context = context
        let places = context.theCase.places
        let languages = listed(context.languages.map(context.languageName))
        var rules = [
            Rule(
                title: Self.language,
                rule:
                    "\(languages): official, or used by at least \(Format.share(places.leastSpeakers ?? Self.usualSpeakers)) of the people"
                    + (context.languages.contains("en")
                        ? ", or an English proficiency (EF) of at least \(Format.plain(places.leastEnglish ?? Self.usualEnglish))"
                        : "")),
            Rule(
                title: Self.law,
                rule:
                    "World Bank’s rule of law of at least \(Format.plain(places.leastRuleOfLaw ?? Self.usualRuleOfLaw)) (−2.5 to 2.5)"
            ),
        ]
        var assumptions: [String] = []
        if let least = places.leastOverlap {
            rules.append(
                Rule(
                    title: Self.overlap,
                    rule: "at least \(Format.plain(least)) hours of the normal day on every day of the year"))
        } else {
            assumptions.append(
                "No least overlap of working hours is stated: an agreed late shift can make up for it, so it counts, but takes nobody out."
            )
        }
        if let allowed = places.dataMayBeIn {
            rules.append(
                Rule(
                    title: Self.data,
                    rule: listed(allowed.map { Atlas.shared.country($0)?.name ?? $0 }, "or")
                        + "; the client’s own country always"))
        } else if context.function.sensitivity.map({ $0 != .none && $0 != .internalOnly }) ?? false {
            assumptions.append(
                "The data is \(context.function.sensitivity?.rawValue ?? ""), and the case does not say in which countries it may be (places: dataMayBeIn). Shoreline has no facts on data-protection law, so ask counsel before a place is chosen."
            )
        }
        self.rules = rules
        self.assumptions = assumptions
    }

    func answers(_ country: Country) -> [Answer] {
        var answers = [language(country), ruleOfLaw(country)]
        // The client's own country needs no permission and shares its own hours.
        if country.code == context.client.code { return answers }
        if let least = stated.leastOverlap { answers.append(overlap(country, least)) }
        if let allowed = stated.dataMayBeIn {
            let isAllowed = allowed.contains(country.code)
            answers.append(
                Answer(gate: Self.data, state: isAllowed ? .pass : .fail, reason: "The data may not be there."))
        }
        return answers
    }

    private func language(_ country: Country) -> Answer {
        var unknown: [String] = []
        for code in context.languages {
            let name = context.languageName(code)
            if context.isOfficial(code, in: country) { continue }
            if code == "en", country.speaksEnglishNatively { continue }
            let share = context.share(of: code, in: country)
            if let share, share >= leastSpeakers { continue }
            if code == "en" {
                guard let score = country.englishProficiency?.value else {
                    if share == nil { unknown.append(name) } else { return fail(name, share) }
                    continue
                }
                if score >= leastEnglish { continue }
                return Answer(
                    gate: Self.language, state: .fail,
                    reason: "English proficiency is \(Format.plain(score)), below \(Format.plain(leastEnglish)).")
            }
            return fail(name, share)
        }
        return unknown.isEmpty
            ? Answer(gate: Self.language, state: .pass, reason: "")
            : Answer(gate: Self.language, state: .notKnown, reason: "\(listed(unknown)) there is not known.")
    }

    private func fail(_ name: String, _ share: Double?) -> Answer {
        Answer(
            gate: Self.language, state: .fail,
            reason: share.map { "\(name) is used by \(Format.share($0)) of the people." }
                ?? "\(name) is hardly used there.")
    }

    private func ruleOfLaw(_ country: Country) -> Answer {
        guard let fact = country.ruleOfLaw else { return Answer(gate: Self.law, state: .notKnown, reason: "") }
        return fact.value >= leastRuleOfLaw
            ? Answer(gate: Self.law, state: .pass, reason: "")
            : Answer(
                gate: Self.law, state: .fail,
                reason: "Its rule of law is \(Format.plain(fact.value)), below \(Format.plain(leastRuleOfLaw)).")
    }

    private func overlap(_ country: Country, _ least: Double) -> Answer {
        guard let found = context.overlap(country) else {
            return Answer(gate: Self.overlap, state: .notKnown, reason: "")
        }
        return found.least >= least
            ? Answer(gate: Self.overlap, state: .pass, reason: "")
            : Answer(
                gate: Self.overlap, state: .fail,
                reason:
                    "It shares \(Format.plain(found.least)) hours of the normal day, less than \(Format.plain(least)).")
    }
}
