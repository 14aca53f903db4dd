import Economics
import Notation
import Sourcing

/// The answer in a heading and a few plain sentences.
struct ChoiceWriter {
    let choice: Choice

    private func title(_ name: String) -> String { choice.partner(name)?.title ?? name }

    func write() -> (headline: String, text: String) {
        guard let winner = choice.winner else {
            return (
                "No partner passes the must-haves",
                "Every partner fails at least one. Look for others, or ask whether each of the must-haves must be."
            )
        }
        guard let rivalry = choice.rivalry else {
            return (
                choice.excluded.isEmpty
                    ? "\(winner.title) is the only bidder" : "\(winner.title) is the only partner left",
                (silence() + condition(winner) + [only()]).joined(separator: " ")
            )
        }
        let headline =
            rivalry.isTie
            ? "\(winner.title) and \(title(rivalry.runnerUp)) cannot be told apart"
            : "\(winner.title) is first in \(ofHundred(winner.first)) ways to weigh it"
        var sentences = silence() + [rival(winner, rivalry)] + condition(winner) + cost(winner) + scaleEnd() + views()
        if let opinion = choice.secondOpinion { sentences.append(opinion.sentence) }
        return (headline + (isUnscored ? ", before anyone has scored" : ""), sentences.joined(separator: " "))
    }

    private var isUnscored: Bool {
        choice.evaluation.criteria.contains { $0.kind == .score } && choice.evaluators == nil
    }

    /// Whose view is missing, before anything else is said.
    private func silence() -> [String] {
        if isUnscored { return ["Nobody has scored yet: what evaluators are to score counts as not known."] }
        if choice.silent.isEmpty { return [] }
        return [
            "No scores have come in from \(listed(choice.silent)): \(choice.silent.count == 1 ? "that view is" : "these views are") missing."
        ]
    }

    private func condition(_ winner: Choice.PartnerAnswer) -> [String] {
        if winner.conditions.isEmpty { return [] }
        let gates = winner.conditions.map { name in
            choice.evaluation.gates.first { $0.name == name }?.shownName ?? name
        }
        return [
            "\(winner.title) is in on condition: \(listed(gates)) \(gates.count == 1 ? "is" : "are") not known yet."
        ]
    }

    private func only() -> String {
        let out = choice.excluded.map(\.title)
        return out.isEmpty
            ? "There is nothing to compare it with."
            : "\(listed(out)) failed a must-have, so there is nothing to compare it with."
    }

    private func rival(_ winner: Choice.PartnerAnswer, _ rivalry: Choice.Rivalry) -> String {
        let second = title(rivalry.runnerUp)
        let first = ofHundred(choice.partner(rivalry.runnerUp)?.first ?? 0)
        if rivalry.isTie {
            return
                "\(winner.title) is first in \(ofHundred(winner.first)) ways to weigh it, \(second) in \(first). What is known does not decide between them: the missing answers and the evaluators’ differences below may."
        }
        if rivalry.lead < 0 {
            return
                "\(second) has \(points(-rivalry.lead)) more points of 100, but meets a veto in most ways to see it; \(winner.title) is ahead of it in \(ofHundred(rivalry.beats))."
        }
        let lead =
            "\(winner.title) leads \(second) by \(points(rivalry.lead)) points of 100 on average and beats it in \(ofHundred(rivalry.beats)) ways to weigh it"
        let often = choice.ranking.max { $0.first < $1.first }
        if let often, often.name != winner.name {
            return
                "\(lead). \(often.title) is first more often, in \(ofHundred(often.first)), but falls further behind when it is not."
        }
        return "\(lead); \(second) is first in \(first)."
    }

    /// Where another offer is the cheapest: the cost alone would answer differently.
    private func cost(_ winner: Choice.PartnerAnswer) -> [String] {
        let priced = choice.ranking.compactMap { partner in partner.cost.map { (partner, $0.mean) } }
        guard let own = winner.cost?.mean, let (cheapest, least) = priced.min(by: { $0.1 < $1.1 }),
            cheapest.name != winner.name, own > least
        else { return [] }
        return [
            "By cost alone \(cheapest.title) would be first: it costs \(Format.wholeShare((own - least) / own)) less in total."
        ]
    }

    /// Beyond its scale a price no longer counts.
    private func scaleEnd() -> [String] {
        let beyond = (choice.price?.outside ?? []).filter { $0.share >= 0.25 }
        if beyond.isEmpty { return [] }
        let told = beyond.map { "\(title($0.partner)) (in \(ofHundred($0.share)) futures)" }
        return [
            "The scale of the price does not reach the cost of \(listed(told)): beyond its end a price no longer counts."
        ]
    }

    /// Whether another would be first if price counted for nothing.
    private var restsOnCost: Bool {
        guard let price = choice.price?.criterion, let winner = choice.winner else { return false }
        let rest = choice.ranking.map { ($0.name, $0.points - ($0.contributions[price] ?? 0)) }
        return rest.max { $0.1 < $1.1 }?.0 != winner.name
    }

    /// Who would be first without the price, and whether one evaluator decides.
    private func views() -> [String] {
        guard let evaluators = choice.evaluators, evaluators.views.count > 1, let winner = choice.winner else {
            return []
        }
        var sentences: [String] = []
        let count = evaluators.views.count
        if choice.price != nil {
            let counts = Dictionary(grouping: evaluators.views.compactMap(\.firstWithoutPrice), by: { $0 })
                .mapValues(\.count)
            if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
                let all = count == 2 ? "both evaluators put" : "all \(Format.word(count)) evaluators put"
                let some =
                    "\(Format.word(most.value)) of the \(Format.word(count)) evaluators \(most.value == 1 ? "puts" : "put")"
                sentences.append(
                    "Price aside, \(most.value == count ? all : some) \(title(most.key)) first\(restsOnCost ? ": the lead of \(winner.title) rests on cost" : "")."
                )
            }
        }
        let changes = evaluators.views.filter { $0.firstWithout != nil && $0.firstWithout != winner.name }
        sentences.append(
            changes.isEmpty
                ? "Leaving out any one of them changes nothing."
                : "Leaving out \(listed(changes.map(\.title), "or")) would put another first\(changes.count == 1 ? ": that view decides" : "")."
        )
        return sentences
    }
}

extension Choice {
    /// Everybody failed a must-have.
    static func empty(
        _ theCase: Case, _ evaluation: Evaluation, _ screen: GateScreen, samples: Int, trials: Int, seed: UInt64
    ) -> Choice {
        var choice = Choice(
            theCase: theCase, evaluation: evaluation, samples: samples, trials: trials, seed: seed, ranking: [],
            excluded: screen.excluded, headline: "", text: "", rivalry: nil, criteria: [],
            weights: .init(form: "", drawn: ""), price: nil, missing: [], evaluators: nil, secondOpinion: nil,
            dominance: [], idle: [], twins: [], vetoes: [], assumptions: [])
        (choice.headline, choice.text) = ChoiceWriter(choice: choice).write()
        return choice
    }
}
