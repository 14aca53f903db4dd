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
