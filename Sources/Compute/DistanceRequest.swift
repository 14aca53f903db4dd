import Economics
public import Notation
import Sourcing

/// `economics.distance`: how far apart two sites are in clock, culture, institutions, language and calendar.
public enum DistanceRequest: ComputeHandler {
    public static let name = "economics.distance"

    public static func respond(_ request: Tree) throws -> Tree {
        let cursor = try RequestCursor(request, keys: ["from", "to", "year"])
        let from = try site("from", of: cursor)
        let to = try site("to", of: cursor)
        let year = try cursor.integer("year", "a year, such as 2027")
        let distance = try Distance.between(from, to, year: year)
        return .map([
            "overlap": overlap(distance.overlap),
            "geography": .text(distance.geography.rawValue),
            "culturalDistance": .number(distance.culturalDistance),
            "governanceGap": .number(distance.governanceGap),
            "sharedLanguages": texts(distance.sharedLanguages),
            "sharedHolidays": texts(distance.sharedHolidays),
        ])
    }

    /// A country, or `{country, timeZone, hours}`.
    private static func site(_ key: String, of cursor: RequestCursor) throws -> Site {
        let expected = "a country code, or an object with country, timeZone and hours"
        let tree = try cursor.required(key, expected)
        if let country = tree.string { return try Site(country, path: key, at: tree.position) }
        guard tree.entries != nil else { throw RequestCursor.wrong(tree, path: key, expected) }
        let inner = try RequestCursor(tree, path: key, keys: ["country", "timeZone", "hours"])
        var site = try Site(
            inner.text("country", "a country code"), path: inner.path("country"), at: tree["country"]?.position)
        if inner.optional("timeZone") != nil {
            site.timeZone = try inner.text("timeZone", "an IANA time zone, such as Asia/Kolkata")
            try ZoneOffsets.check(site.timeZone, path: inner.path("timeZone"), at: tree["timeZone"]?.position)
        }
        if inner.optional("hours") != nil {
            site.window = try DailyWindow(
                inner.text("hours", "a daily window, such as 09:00-17:00"), path: inner.path("hours"),
                at: tree["hours"]?.position)
        }
        return site
    }

    private static func overlap(_ overlap: Overlap) -> Tree {
        .map([
            "least": .number(overlap.least), "most": .number(overlap.most), "mean": .number(overlap.mean),
            "periods": .list(
                overlap.periods.map { period in
                    .map([
                        "from": .text(period.from), "to": .text(period.to), "hours": .number(period.hours),
                        "secondWindow": .map([
                            "startMinute": .number(period.secondWindowStart),
                            "endMinute": .number(period.secondWindowEnd),
                        ]),
                    ])
                }),
        ])
    }

    private static func texts(_ values: [String]?) -> Tree { values.map { .list($0.map { .text($0) }) } ?? .null }
}
