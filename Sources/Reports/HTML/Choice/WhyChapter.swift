import Choosing
import Notation
import Sourcing

/// Where the points come from, what separates the first two, and where the first one is weak.
struct WhyChapter {
    let page: ChoicePage

    private var choice: Choice { page.choice }

    var chapter: Chapter {
        Chapter(
            id: page.id("why"), entry: choice.rivalry == nil ? "Where the points come from" : "Why it leads",
            heading: heading,
            body: page.ranking.isEmpty || choice.criteria.isEmpty
                ? "" : difference + contributions + ProfileSection(page: page).html + weakSpots)
    }

    private var heading: String {
        guard let winner = choice.winner else { return "Where the points come from" }
        let first = page.name(winner.name)
        guard let rivalry = choice.rivalry else { return "Where the points of \(first) come from" }
        let rival = page.name(rivalry.runnerUp)
        return rivalry.isTie ? "What separates \(first) and \(rival)" : "Why \(first) is ahead of \(rival)"
    }

    // MARK: The first two

    private var difference: String {
        guard let rivalry = choice.rivalry, let winner = choice.partner(rivalry.winner), let rival = page.runnerUp
        else {
            return ""
        }
        let (first, second) = (page.name(winner.name), page.name(rival.name))
        let rows = rivalry.differences.map {
            DifferenceChart.Row(label: page.criterionTitle($0.criterion), value: $0.points)
        }
        let figure = Markup.figure(
            statement(rivalry, first), note: "\(first) less \(second), points of 100",
            svg: DifferenceChart.svg(
                id: page.id("difference"), title: "Where \(first) leads \(second) and where it trails", rows: rows,
                total: .init(label: "Lead of \(first), all together", value: rivalry.lead), scale: .points),
            source: "Source: mean over all ways to see it.", class: "rows")
        var lines = rivalry.differences.map { item in
            let weight = page.criterion(item.criterion)?.weight ?? .nan
            return HTMLTable.Row(
                head: Markup.escape(page.criterionTitle(item.criterion)),
                cells: [
                    ChoicePage.points(weight * 100), points(winner, item.criterion), points(rival, item.criterion),
                    ChoicePage.points(item.points, signed: true),
                ])
        }
        lines.append(
            .init(
                head: "Total",
                cells: [
                    ChoicePage.points(choice.criteria.map(\.weight).reduce(0, +) * 100),
                    ChoicePage.points(winner.points), ChoicePage.points(rival.points),
                    ChoicePage.points(rivalry.lead, signed: true),
                ], kind: "total"))
        return Markup.pair(
            figure,
            HTMLTable(
                caption: "Points of 100: weight times value on the scale, mean of all ways to see it",
                columns: [HTMLTable.text("Criterion")] + ["Weight", first, second, "Difference"].map(HTMLTable.number),
                rows: lines, name: "wrap"
            ).html)
    }

    private func points(_ partner: Choice.PartnerAnswer, _ criterion: String) -> String {
        ChoicePage.points(partner.contributions[criterion] ?? .nan)
    }

    private func statement(_ rivalry: Choice.Rivalry, _ first: String) -> String {
        let gains = rivalry.differences.filter { $0.points >= 0.05 }
        let losses = rivalry.differences.filter { $0.points <= -0.05 }
        guard !gains.isEmpty || !losses.isEmpty else { return "Nothing separates the two" }
        let named = gains.prefix(3).map { page.inSentence($0.criterion) }
        let on = (named + (gains.count > 3 ? ["\(Words.number(gains.count - 3)) more"] : [])).listed("and")
        let gained = ChoicePage.pointsInWords(gains.map(\.points).reduce(0, +))
        let lost = ChoicePage.points(-losses.map(\.points).reduce(0, +))
        guard !losses.isEmpty else { return "\(first) gains \(gained) on \(on) and gives nothing back" }
        guard !gains.isEmpty else { return "\(first) is behind by \(lost) points and ahead on nothing" }
        return "\(first) gains \(gained) on \(on) and gives back \(lost) elsewhere"
    }

    // MARK: All partners

    /// At most seven parts: the criteria where they are few, else their groups, else the heaviest and the rest.
    private var parts: [(title: String, criteria: [String])] {
        let criteria = choice.criteria
        if criteria.count <= PartsChart.letters.count { return criteria.map { ($0.title, [$0.name]) } }
        var groups: [(title: String, criteria: [String])] = []
        for criterion in criteria {
            if let group = criterion.group, let index = groups.firstIndex(where: { $0.title == group }) {
                groups[index].criteria.append(criterion.name)
            } else {
                groups.append((criterion.group ?? criterion.title, [criterion.name]))
            }
        }
        guard groups.count > PartsChart.letters.count else { return groups }
        func weight(_ group: (title: String, criteria: [String])) -> Double {
            group.criteria.compactMap { page.criterion($0)?.weight }.reduce(0, +)
        }
        let order = groups.indices.sorted { weight(groups[$0]) > weight(groups[$1]) }
        let own = Set(order.prefix(PartsChart.letters.count - 1))
        let rest = groups.indices.filter { !own.contains($0) }.flatMap { groups[$0].criteria }
        return groups.indices.filter(own.contains).map { groups[$0] } + [("All other criteria", rest)]
    }

    private var contributions: String {
        let parts = self.parts
        func split(_ partner: Choice.PartnerAnswer) -> [Double] {
            parts.map { $0.criteria.compactMap { partner.contributions[$0] }.reduce(0, +) }
        }
        let best = page.ranking.first.map { split($0) } ?? []
        let most = best.indices.max { best[$0] < best[$1] }
        let statement = most.flatMap { index in
            choice.winner.map { winner in
                "The largest part of the points of \(page.name(winner.name)) comes from \(Words.lowered(parts[index].title)): "
                    + "\(ChoicePage.points(best[index])) of \(ChoicePage.points(winner.points))"
            }
        }
        let figure = Markup.figure(
            statement ?? "Where the points come from",
            note: "Mean points of 100. The letters are those of the table.",
            svg: PartsChart.svg(
                id: page.id("contributions"), title: "Where the points of each partner come from", about: "Mean points",
                into: Words.plural(parts.count, "part"),
                rows: page.ranking.map {
                    .init(label: $0.title, kind: page.kind($0), parts: split($0), total: $0.points)
                }, scale: .points),
            source: "Source: weight times value on each scale, mean over all ways to see it.", class: "rows from-zero")
        return Markup.pair(
            figure,
            PartsTable(
                caption: "Mean points of 100", part: "Counts", row: "Partner", parts: parts.map(\.title),
                rows: page.ranking.map {
                    .init(
                        head: page.head($0), short: page.name($0.name), parts: split($0), total: $0.points,
                        kind: page.rowKind($0))
                }, scale: .points
            ).html)
    }

    private var weakSpots: String {
        guard let rivalry = choice.rivalry else { return "" }
        let name = page.name(rivalry.winner)
        let items = rivalry.weakSpots.map { spot in
            let words = spot.words.map { " (“\($0)”)" } ?? ""
            return "\(page.criterionTitle(spot.criterion)): \(Format.decimal(spot.value * 100)) of 100\(words); "
                + (spot.bestValue > spot.value
                    ? "\(page.name(spot.best)) is best with \(Format.decimal(spot.bestValue * 100))."
                    : "nobody is better.")
        }
        let body =
            items.isEmpty
            ? Markup.paragraph("On no criterion is \(name) a quarter of the scale or more behind the best partner.")
            : Markup.list(items)
        return "<h3>\(Markup.escape("Where \(name) is weak"))</h3>\n\(body)"
    }
}
