public import Economics
import Sourcing

extension SiteHours {
    /// The hours of every option away from the client's own site, in the year in which the case begins.
    ///
    /// - Throws: `Faults` where a zone is not known.
    public static func of(_ decision: Decision) throws -> [SiteHours] {
        let theCase = decision.theCase
        let year = theCase.horizon.start.year
        return try theCase.options.compactMap { option in
            guard option.ownership != .inHouse, let function = theCase.function(named: option.function),
                let answer = decision.functions.lazy.compactMap({ $0.option(option.name) }).first
            else { return nil }
            let window = function.clientWindow
            let shift = option.hours.flatMap { try? DailyWindow($0) } ?? .normal
            let overlap = try Overlap.between(theCase.client.timeZone, window, option.timeZone, shift, year: year)
            return SiteHours(
                option: option.name, title: option.displayName, shift: shift.description,
                clientWindow: (window.start, window.end),
                periods: overlap.periods.map {
                    Period(
                        from: $0.from, to: $0.to, hours: $0.hours, shiftStartInClientMinutes: $0.secondWindowStart,
                        shiftEndInClientMinutes: $0.secondWindowEnd)
                }, least: overlap.least, most: overlap.most, mean: overlap.mean,
                geography: answer.deliveryModel.geography)
        }
    }
}
