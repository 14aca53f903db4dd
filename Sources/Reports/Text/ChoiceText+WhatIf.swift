public import Choosing
import Notation

extension ChoiceText {
    /// What a change to the case does to the choice.
    ///
    /// - Parameter changes: as they were written.
    public static func whatIf(
        _ changes: [String], before: Choice, after: Choice, width: Int, colour: Bool
    ) -> String {
        var page = ChoiceTextPage(choice: after, width: max(60, width), style: TextStyle(colour: colour))
        page.section("What if \(changes.joined(separator: ", "))")
        page.prose(
            before.winner?.name == after.winner?.name
                ? "The same partner is first. \(after.headline)." : "Another partner is first. \(after.headline).")
        if let often = after.ranking.max(by: { $0.first < $1.first }), let winner = after.winner,
            often.name != winner.name
        {
            page.prose(
                "\(often.title) is first more often, in \(Format.ofHundred(often.first)) of 100, but has fewer points on average."
            )
        }
        let names = after.ranking.map(\.name) + before.ranking.map(\.name).filter { after.partner($0) == nil }
        page.table(
            TextTable(
                [
                    .init(header: "Partner", right: false, least: 16), .init(header: "Points before"),
                    .init(header: "Points after"), .init(header: "Change"), .init(header: "First before, in 100"),
                    .init(header: "First after, in 100"),
                ],
                rows: names.map { name in
                    let (old, new) = (before.partner(name), after.partner(name))
                    let change = old.flatMap { old in new.map { $0.points - old.points } }
                    return [
                        new?.title ?? old?.title ?? name, old.map { Format.decimal($0.points, digits: 1) } ?? "–",
                        new.map { Format.decimal($0.points, digits: 1) } ?? "out",
                        change.map { Format.decimal($0, digits: 1, signed: true) } ?? "–",
                        old.map { Format.ofHundred($0.first) } ?? "–", new.map { Format.ofHundred($0.first) } ?? "–",
                    ]
                }))
        return page.lines.map(TextLayout.trimmed).joined(separator: "\n") + "\n"
    }
}
