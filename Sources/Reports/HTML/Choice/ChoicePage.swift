import Choosing
import Notation
import Sourcing

/// What the chapters of a choice share: names, formats, ids.
struct ChoicePage {
    let choice: Choice
    var evidence: [EvidenceLine] = []

    typealias Partner = Choice.PartnerAnswer

    var money: MoneyFormat { MoneyFormat(currency: choice.theCase.client.currency) }
    var horizon: String { Words.horizon(choice.theCase.horizon.months) }
    var ranking: [Partner] { choice.ranking }
    var winner: Partner? { choice.winner }
    var runnerUp: Partner? { choice.rivalry.flatMap { choice.partner($0.runnerUp) } }
    var samples: String { Format.decimal(Double(choice.samples)) }
    /// Where this many partners are named side by side, a table still fits.
    static let sideBySide = 6

    var chapters: [Chapter] {
        [
            PartnerAnswerChapter(page: self).chapter, WhyChapter(page: self).chapter,
            WeightsChapter(page: self).chapter, PriceChapter(page: self).chapter, GatesChapter(page: self).chapter,
            ViewsChapter(page: self).chapter, ChecksChapter(page: self).chapter,
            Chapter(
                id: id("evidence"), entry: "Who said what, and when", heading: "Who said what, and when",
                body: EvidenceChapter.html(evidence)),
        ]
    }

    func id(_ name: String) -> String { "partner-" + name }

    /// The title as the case gives it.
    func title(_ partner: String) -> String {
        choice.partner(partner)?.title ?? choice.excluded.first { $0.name == partner }?.title
            ?? choice.evaluation.partners.first { $0.name == partner }?.shownName ?? partner
    }

    /// The title without its place, where that is enough to know it by: "Deccan Services" for "Deccan Services, Pune".
    func name(_ partner: String) -> String {
        let title = title(partner)
        let head = Self.head(title)
        let all = ranking.map(\.title) + choice.excluded.map(\.title)
        let isOwn = all.filter { Self.head($0) == head }.count <= 1
        return Words.shortened(isOwn ? head : title, to: 32)
    }

    private static func head(_ title: String) -> String {
        let parts = title.split(separator: ",", maxSplits: 1).map(String.init)
        return parts.count == 2 && !parts[0].isEmpty ? parts[0] : title
    }

    func criterion(_ name: String) -> Choice.CriterionAnswer? { choice.criteria.first { $0.name == name } }
    func criterionTitle(_ name: String) -> String {
        criterion(name)?.title ?? choice.evaluation.criterion(named: name)?.title ?? name
    }
    func gateTitle(_ name: String) -> String {
        choice.evaluation.gates.first { $0.name == name }?.shownName ?? name
    }

    /// A criterion inside a sentence: titles of the library begin small there, those of the case stay as written.
    func inSentence(_ criterion: String) -> String {
        let isOurs =
            choice.evaluation.criterion(named: criterion).map { $0.library != nil || $0.kind == .price } ?? false
        return isOurs ? Words.lowered(criterionTitle(criterion)) : criterionTitle(criterion)
    }

    func isPick(_ partner: Partner) -> Bool { partner.rank == 1 && choice.rivalry?.isTie != true }
    func kind(_ partner: Partner) -> String { isPick(partner) ? "pick" : "other" }

    func rowKind(_ partner: Partner) -> String { isPick(partner) ? "pick" : "" }

    /// The header cell of the partner's row.
    func head(_ partner: Partner) -> String {
        var text = Markup.escape(partner.title)
        if isPick(partner) { text += Markup.tag("leads", "pick") }
        if !partner.conditions.isEmpty { text += Markup.tag("on condition", "warn") }
        return text
    }

    static func points(_ value: Double, signed: Bool = false) -> String {
        Format.decimal(value, digits: 1, signed: signed)
    }
    static func pointsInWords(_ value: Double) -> String {
        let text = points(value)
        return text == "1.0" ? "1.0 point" : text + " points"
    }
    /// A share in a sentence: whole per cent, one decimal below ten.
    static func inWords(_ share: Double) -> String { inWords([share]) }
    /// Shares of one range.
    static func inWords(_ shares: [Double]) -> String {
        let digits =
            shares.map { $0 >= 0.0995 ? 0 : min(1, Format.decimals(for: [($0 * 1000).rounded() / 10])) }.min() ?? 0
        return shares.map { Format.decimal($0 * 100, digits: digits) }.joined(separator: "–") + Format.space + "%"
    }
    /// A share in a table, where decimals stand under each other.
    static func percent(_ share: Double) -> String { Format.decimal(share * 100, digits: 1) + Format.space + "%" }
}
