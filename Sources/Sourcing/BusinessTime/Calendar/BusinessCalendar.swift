import Atlas

/// When a client's clock runs: weekly hours in a time zone, without holidays and closures, with extra openings.
///
/// An interval belongs to the day on which it starts: `Mon 22:00-06:00` ends on Tuesday, and a holiday on Monday closes all
/// of it, one on Tuesday none.
public struct BusinessCalendar: Hashable, Sendable {
    /// IANA name.
    public var timeZone: String
    public var hours: WorkingHours
    /// Days that close the intervals which start on them, with their names.
    public var holidays: [CivilDay: String]
    /// ISO 3166 code of the country whose national holidays hold too, as far as the atlas knows them.
    public var country: String?
    /// Holidays of the country on which the work goes on.
    public var except: Set<CivilDay>
    public var closures: [Closure]
    public var openings: [Opening]

    /// Not open, though the hours say so.
    public struct Closure: Hashable, Sendable {
        public var day: CivilDay
        /// Minutes after midnight, up to 1440; nil: everything that starts on the day.
        public var minutes: Range<Int>?
        public var reason: String

        public init(day: CivilDay, minutes: Range<Int>? = nil, reason: String) {
            self.day = day
            self.minutes = minutes
            self.reason = reason
        }
    }

    /// Open, though hours or holidays say otherwise.
    public struct Opening: Hashable, Sendable {
        public var day: CivilDay
        public var window: DailyWindow
        public var reason: String

        public init(day: CivilDay, window: DailyWindow, reason: String) {
            self.day = day
            self.window = window
            self.reason = reason
        }
    }

    public init(
        timeZone: String, hours: WorkingHours, holidays: [CivilDay: String] = [:], country: String? = nil,
        except: Set<CivilDay> = [], closures: [Closure] = [], openings: [Opening] = []
    ) {
        self.timeZone = timeZone
        self.hours = hours
        self.holidays = holidays
        self.country = country
        self.except = except
        self.closures = closures
        self.openings = openings
    }

    /// Years of a span whose national holidays the atlas does not know: no holiday there means "not known", not "none".
    public func unknownYears(in years: ClosedRange<Int>) -> [Int] {
        guard let country = country.flatMap(Atlas.shared.country(named:)) else { return [] }
        return years.filter { !country.knowsHolidays(in: $0) }
    }

    /// Holidays of a span of years, listed and national, with their names.
    func closedDays(_ years: ClosedRange<Int>) -> [Int: String] {
        var days: [Int: String] = [:]
        if let country = country.flatMap(Atlas.shared.country(named:)) {
            for year in years {
                for holiday in country.holidays(year) {
                    guard let day = CivilDay(holiday.date), !except.contains(day) else { continue }
                    days[day.number] = holiday.name
                }
            }
        }
        for (day, name) in holidays { days[day.number] = name }
        return days
    }
}
