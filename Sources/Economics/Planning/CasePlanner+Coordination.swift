import Atlas
import Sourcing

extension CasePlanner {
    mutating func coordination(_ o: SourcingOption, _ function: BusinessFunction) throws -> CoordinationPlan? {
        guard o.ownership != .inHouse, o.coordination.isOn else { return nil }
        guard theCase.usesDefaults || o.coordination.overhead != nil else { return nil }
        guard let client = clientCountry, let host = Atlas.shared.country(o.country) else { return nil }
        let window = o.hours.flatMap { try? DailyWindow($0) } ?? .normal
        let overlap = try Overlap.between(
            theCase.client.timeZone, function.clientWindow, o.timeZone, window, year: theCase.horizon.start.year)
        let culture = CulturalDistance.shared.between(client, host)
        if culture == nil, o.country != theCase.client.country, o.coordination.overhead == nil {
            book.leaveOut("\(o.displayName): cultural distance is not known and costs nothing here.")
        }
        let key = keys(function.kind).intensity
        func shared(_ name: String, _ title: String, _ unit: Unit, _ range: String, neutral: Double = 0) -> Term {
            book.term("coordination.\(name)", title, unit, nil, .range(range), neutral: neutral, bounds: 0...50)
        }
        return CoordinationPlan(
            stated: o.coordination.overhead.map {
                book.term(
                    "coordination.\(o.name)", "Extra time for coordination, \(o.displayName)", .share, $0, bounds: 0...5
                )
            },
            intensity: book.term(
                "coordination.intensity.\(function.name)", "Interaction that the work needs", .factor, nil, .range(key),
                neutral: 1, bounds: 0...10),
            site: shared("site", "Extra time for any second site", .share, "coord.site"),
            time: shared("time", "Extra time with no shared hour a day", .share, "coord.time"),
            timeExponent: shared(
                "timeExponent", "How fast lost hours cost time (exponent)", .number, "coord.timeExponent", neutral: 1),
            fullOverlap: .constant(8), overlap: overlap.mean,
            language: shared("language", "Extra time without a shared language", .share, "coord.language"),
            languageGap: languageGap(function, host),
            culture: shared("culture", "Extra time at a cultural distance of 4 or more", .share, "coord.culture"),
            cultureGap: min(1, (culture ?? 0) / 4),
            decayEnd: shared(
                "decayEnd", "Part of the coordination that is left after two years", .share, "coord.decayEnd",
                neutral: 1),
            clientShare: shared(
                "clientShare", "Part of the coordination that the client bears", .share, "coord.clientShare", neutral: 1
            ))
    }

    /// 1 − L: share of the function's languages that are neither official at the site nor spoken by a fifth there.
    private func languageGap(_ function: BusinessFunction, _ host: Country) -> Double {
        let wanted = function.languages.isEmpty ? Array((clientCountry?.languages ?? []).prefix(1)) : function.languages
        guard !wanted.isEmpty else { return 0 }
        let spoken = Set(host.languagesSpoken.filter { $0.percent >= 20 }.map(\.language)).union(host.languages)
        return Double(wanted.filter { !spoken.contains($0) }.count) / Double(wanted.count)
    }
}
