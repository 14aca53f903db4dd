public import Economics
public import Sourcing

/// When a site works, seen on the client's clock through one year. The caller works it out from the time zones.
public struct SiteHours: Sendable {
    public struct Period: Hashable, Sendable {
        /// ISO 8601 dates between two clock changes.
        public var from: String
        public var to: String
        /// Hours of the client's window in which the site works.
        public var hours: Double
        /// The shift on the client's clock, minutes after midnight; may lie before 0 or beyond 1440.
        public var shiftStartInClientMinutes: Int
        public var shiftEndInClientMinutes: Int

        public init(
            from: String, to: String, hours: Double, shiftStartInClientMinutes: Int, shiftEndInClientMinutes: Int
        ) {
            self.from = from
            self.to = to
            self.hours = hours
            self.shiftStartInClientMinutes = shiftStartInClientMinutes
            self.shiftEndInClientMinutes = shiftEndInClientMinutes
        }
    }

    /// Name of the option in the case.
    public var option: String
    public var title: String
    /// The shift in local time, as people write it.
    public var shift: String
    public var clientWindow: (startMinute: Int, endMinute: Int)
    public var periods: [Period]
    /// Shared hours a day over the dates of the year.
    public var least: Double
    public var most: Double
    public var mean: Double
    public var geography: Geography

    public init(
        option: String, title: String, shift: String, clientWindow: (startMinute: Int, endMinute: Int),
        periods: [Period], least: Double, most: Double, mean: Double, geography: Geography
    ) {
        self.option = option
        self.title = title
        self.shift = shift
        self.clientWindow = clientWindow
        self.periods = periods
        self.least = least
        self.most = most
        self.mean = mean
        self.geography = geography
    }
}

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
                }, least: overlap.least, most: overlap.most, mean: overlap.mean, geography: answer.deliveryModel.geography)
        }
    }
}
