package import Choosing
package import Economics
import Notation

/// The few sentences and figures by which a case is known on a page about something else.
package enum AnswerFacts {
    package static func decision(_ decision: Decision) -> String {
        let page = Page(decision: decision, hours: [], prepared: "")
        return decision.functions.map { answer in
            let function = FunctionPage(page: page, answer: answer, prefix: "")
            let title = page.isSeveral ? "<h3>\(Markup.escape(function.title))</h3>\n" : ""
            return title + Markup.paragraph(answer.recommendation.headline + ".", class: "lead headline")
                + Markup.facts(facts(function))
        }.joined()
    }

    private static func facts(_ function: FunctionPage) -> [Markup.Fact] {
        guard let subject = function.subject else { return [] }
        let money = function.money
        var facts = [
            Markup.Fact(
                name: "Cost over \(function.page.horizon)", value: money.prose(subject.presentValue.mean),
                detail: "\(subject.displayName), on average; present value")
        ]
        if let today = function.baseline, !subject.isBaseline {
            facts.append(
                .init(name: "Today", value: money.prose(today.presentValue.mean), detail: today.displayName))
        }
        facts.append(
            .init(
                name: "Cheapest in", value: Format.ofHundred(subject.chanceToBeBest.value),
                detail: "of 100 simulated futures"))
        return facts
    }

    package static func choice(_ choice: Choice) -> String {
        let page = ChoicePage(choice: choice)
        var facts: [Markup.Fact] = []
        if let winner = page.winner {
            facts.append(.init(name: "First", value: page.name(winner.name), detail: "by mean points"))
            facts.append(
                .init(
                    name: "First in", value: Format.ofHundred(winner.first), detail: "of 100 ways to weigh it"))
            facts.append(.init(name: "Points", value: ChoicePage.points(winner.points), detail: "of 100"))
        }
        return Markup.paragraph(choice.headline + ".", class: "lead headline") + Markup.facts(facts)
    }

    /// What is still missing, a sentence each: answers of partners, evaluators who have scored nothing.
    package static func missing(_ choice: Choice) -> [String] {
        let page = ChoicePage(choice: choice)
        let answers = choice.missing.prefix(5).map { item in
            let subject: String
            switch item.kind {
            case .gate: subject = "the must-have \(page.gateTitle(item.subject))"
            case .fact, .score: subject = page.inSentence(item.subject)
            }
            return "\(page.name(item.partner)), \(subject). Could the answer change who is first? \(item.sentence)"
        }
        let silent =
            choice.silent.isEmpty ? [] : ["No score yet from \(choice.silent.listed("and"))."]
        return silent + answers
    }
}
