import Notation
import Sourcing

/// Two or three plain sentences out of the numbers. Says that options cannot be told apart where they cannot.
struct RecommendationWriter {
    let currency: String
    let months: Int
    /// Cheapest mean first.
    let options: [OptionAnswer]
    let baseline: String
    let lead: Estimate?
    let rivalry: Rivalry?

    func write() -> Recommendation {
        let best = options[0]
        let span =
            months % 12 == 0 ? (months == 12 ? "one year" : "\(Format.word(months / 12)) years") : "\(months) months"
        let today = options.first { $0.name == baseline }
        guard options.count > 1, let lead else {
            return Recommendation(
                headline: "There is only one option: \(best.displayName)",
                sentences: [
                    "There is nothing to choose: the case names one option.",
                    "Over \(span) it costs \(money(best.presentValue.mean)) on average.",
                ], choice: best.name, reason: .onlyOption)
        }
        let rival = options[1]
        if abs(lead.value) <= 3 * lead.standardError || lead.value <= 1e-9 * max(1, abs(best.presentValue.mean)) {
            return Recommendation(
                headline: "\(best.displayName) and \(rival.displayName) cannot be told apart by cost",
                sentences: [
                    "\(best.displayName) costs \(money(best.presentValue.mean)) on average over \(span), \(rival.displayName) \(money(rival.presentValue.mean)): the difference is within the error of the simulation.",
                    "Choose between them on other grounds than cost.",
                ], choice: nil, reason: .cannotBeToldApart)
        }
        var sentences: [String] = []
        let hundred = Int((best.chanceToBeBest.value * 100).rounded())
        if best.isBaseline {
            sentences.append(
                "Nothing else is cheaper on average: today’s way costs \(money(best.presentValue.mean)) over \(span), the nearest alternative, \(rival.displayName), \(money(rival.presentValue.mean))."
            )
            sentences.append("Today’s way is the cheapest in \(hundred) of 100 simulated futures.")
            if let hinge = hingeSentence(rival) { sentences.append(hinge) }
            return Recommendation(
                headline: "Keep the work as it is: \(best.displayName)", sentences: sentences, choice: best.name,
                reason: .keep)
        }
        let beats = best.chanceToBeatBaseline.map { Int(($0.value * 100).rounded()) } ?? 0
        sentences.append(
            "\(best.displayName) is the cheapest of \(options.count) options in \(hundred) of 100 simulated futures, and cheaper than today’s way in \(beats) of 100."
        )
        if let today {
            sentences.append(
                "Over \(span) it costs \(money(best.presentValue.mean)) on average; today’s way costs \(money(today.presentValue.mean))."
            )
        }
        if hundred < 60 {
            sentences.append(
                "The choice is close: \(rival.displayName) is \(money(lead.value)) dearer on average, and what is not known yet can turn the order."
            )
        } else if let hinge = hingeSentence(rival) {
            sentences.append(hinge)
        }
        return Recommendation(
            headline: "Move the work to \(best.displayName)", sentences: sentences, choice: best.name, reason: .cheapest
        )
    }

    private func hingeSentence(_ rival: OptionAnswer) -> String? {
        guard let hinges = rivalry?.hinges.prefix(12) else { return nil }
        let turning = hinges.filter { hinge in
            hinge.breakEven.map { $0 >= min(hinge.low, hinge.high) && $0 <= max(hinge.low, hinge.high) } ?? false
        }
        if turning.isEmpty {
            return "No single input turns that order within the range in which it lies in 80 of 100 futures."
        }
        return
            "\(turning.count == 1 ? "One input alone" : "\(Format.word(turning.count).prefix(1).uppercased() + Format.word(turning.count).dropFirst()) inputs, each alone,") can turn that order in favour of \(rival.displayName) within its likely range."
    }

    /// "USD 3.95 M": three figures.
    private func money(_ value: Double) -> String {
        let sign = value < 0 ? "−" : ""
        let magnitude = abs(value)
        let (scaled, suffix): (Double, String) =
            magnitude >= 999_500_000
            ? (magnitude / 1e9, " bn") : magnitude >= 999_500 ? (magnitude / 1e6, " M") : (magnitude, "")
        if suffix.isEmpty {
            let step = magnitude >= 10_000 ? 1000.0 : magnitude >= 1000 ? 100.0 : 1.0
            return "\(sign)\(currency)\u{a0}\(grouped(Int((magnitude / step).rounded() * step)))"
        }
        let digits = scaled >= 100 ? 1.0 : scaled >= 10 ? 10.0 : 100.0
        let rounded = (scaled * digits).rounded() / digits
        var text = String(rounded)
        if digits == 100, let dot = text.firstIndex(of: "."), text.distance(from: dot, to: text.endIndex) == 2 {
            text += "0"
        }
        if digits == 1 { text = String(Int(rounded)) }
        return "\(sign)\(currency)\u{a0}\(text)\u{a0}\(suffix.dropFirst())"
    }

    private func grouped(_ value: Int) -> String {
        var digits = Array(String(value))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return String(digits)
    }
}
