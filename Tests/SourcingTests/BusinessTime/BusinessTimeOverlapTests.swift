import Foundation
import Notation
import Sourcing
import Testing

@Suite struct BusinessTimeOverlapTests {
    @Test func chicagoAndPuneOnALateShift() throws {
        let overlap = try Overlap.between(
            "America/Chicago", DailyWindow("08:00-17:00"), "Asia/Kolkata", DailyWindow("13:30-22:30"), year: 2027)
        #expect(overlap.least == 3)
        #expect(overlap.most == 4)
        #expect(abs(overlap.mean - 3.652054794520548) < 1e-12)
        #expect(overlap.periods.map(\.from) == ["2027-01-01", "2027-03-14", "2027-11-07"])
        #expect(overlap.periods.map(\.to) == ["2027-03-13", "2027-11-06", "2027-12-31"])
        #expect(overlap.periods.map(\.hours) == [3, 4, 3])
        // 13:30 in Kolkata is 02:00 in a Chicago winter and 03:00 in summer.
        #expect(overlap.periods.map(\.secondWindowStart) == [120, 180, 120])
        #expect(overlap.periods.map(\.secondWindowEnd) == [660, 720, 660])
    }

    @Test(arguments: [
        ("US", "America/Chicago", "MX", "America/Mexico_City", Geography.nearshore),
        ("GB", "Europe/London", "PL", "Europe/Warsaw", .nearshore),
        ("US", "America/Chicago", "IN", "Asia/Kolkata", .offshore),
        ("US", "America/New_York", "GB", "Europe/London", .offshore),
        ("US", "America/New_York", "CO", "America/Bogota", .nearshore),
        ("US", "America/New_York", "US", "Pacific/Honolulu", .onshore),
        ("US", "America/New_York", "CL", "America/Santiago", .nearshore),
        // New Zealand's clocks go forward a week before Australia's: five hours in that week, so not on every date.
        ("AU", "Australia/Sydney", "NZ", "Pacific/Auckland", .offshore),
        ("AU", "Australia/Brisbane", "AU", "Australia/Perth", .onshore),
        ("AU", "Australia/Sydney", "PH", "Asia/Manila", .offshore),
    ])
    func geography(_ client: String, _ clientZone: String, _ site: String, _ siteZone: String, _ expected: Geography)
        throws
    {
        #expect(try Geography.of(client: (client, clientZone), site: (site, siteZone), year: 2027) == expected)
    }

    @Test func newYorkAndLondonShareThreeHoursAndFourWhileTheClocksDisagree() throws {
        let overlap = try Overlap.between("America/New_York", .normal, "Europe/London", .normal, year: 2027)
        #expect(overlap.least == 3)
        #expect(overlap.most == 4)
        #expect(overlap.periods.map(\.from) == ["2027-01-01", "2027-03-14", "2027-03-28", "2027-10-31", "2027-11-07"])
    }

    @Test func unknownZonesHaveANearest() {
        let error = #expect(throws: Faults.self) {
            try ZoneOffsets.of("America/Chicgo", year: 2027, path: "client.timeZone")
        }
        #expect(
            error?.description
                == "client.timeZone: There is no time zone \"America/Chicgo\". Did you mean America/Chicago?")
        #expect(throws: Faults.self) { try ZoneOffsets.of("EST", year: 2027) }
        #expect(throws: Faults.self) { try ZoneOffsets.of("../../etc/passwd", year: 2027) }
        #expect(throws: Faults.self) { try ZoneOffsets.of("America/Chicago", year: 99_999) }
    }

    /// The other way to the same figures: look at every minute of the year and at both clocks.
    @Test(arguments: [
        ("America/Chicago", "08:00-17:00", "Asia/Kolkata", "13:30-22:30"),
        ("Asia/Kathmandu", "09:00-18:15", "Europe/London", "00:00-24:00"),
        ("Australia/Lord_Howe", "22:00-06:00", "Australia/Sydney", "01:00-03:00"),
        ("Australia/Sydney", "00:30-03:30", "America/Sao_Paulo", "08:10-17:40"),
        ("Africa/Casablanca", "01:00-04:00", "Europe/Paris", "01:15-03:45"),
        ("America/New_York", "00:00-24:00", "America/New_York", "00:00-24:00"),
        ("America/Santiago", "20:00-02:00", "Pacific/Auckland", "09:00-17:00"),
        ("Pacific/Kiritimati", "09:00-17:00", "Pacific/Honolulu", "17:00-09:00"),
        ("Africa/Cairo", "23:00-01:00", "Asia/Tehran", "00:00-02:30"),
    ])
    func agreesWithEveryMinute(_ firstZone: String, _ first: String, _ secondZone: String, _ second: String) throws {
        let (a, b) = (try DailyWindow(first), try DailyWindow(second))
        let year = 2027
        let overlap = try Overlap.between(firstZone, a, secondZone, b, year: year)
        let hours = Self.everyMinute(
            try #require(TimeZone(identifier: firstZone)), a, try #require(TimeZone(identifier: secondZone)), b, year)
        #expect(overlap.least == hours.min())
        #expect(overlap.most == hours.max())
        #expect(abs(overlap.mean - hours.reduce(0, +) / Double(hours.count)) < 1e-9)
        let spread = overlap.periods.flatMap { period in
            Array(repeating: period.hours, count: Self.day(period.to) - Self.day(period.from) + 1)
        }
        #expect(spread == hours)
        #expect(overlap.most <= 25)
        #expect(overlap.least >= 0)
    }

    @Test func theSamePlaceSharesItsWindow() throws {
        let overlap = try Overlap.between("Europe/Warsaw", .normal, "Europe/Warsaw", .normal, year: 2028)
        #expect((overlap.least, overlap.most, overlap.mean) == (8, 8, 8))
        #expect(overlap.periods.count == 1)
        #expect(overlap.periods.first?.to == "2028-12-31")
    }

    /// On the day that has 23 hours a whole-day window has 23.
    @Test func skippedAndRepeatedHours() throws {
        let overlap = try Overlap.between("America/New_York", .wholeDay, "UTC", .wholeDay, year: 2027)
        #expect((overlap.least, overlap.most, overlap.mean) == (23, 25, 24))
        #expect(overlap.periods.filter { $0.hours == 23 }.map(\.from) == ["2027-03-14"])
        #expect(overlap.periods.filter { $0.hours == 25 }.map(\.from) == ["2027-11-07"])
    }

    private static func day(_ iso: String) -> Int {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        return CivilDay(year: parts[0], month: parts[1], day: parts[2]).number
    }

    private static func everyMinute(
        _ first: TimeZone, _ a: DailyWindow, _ second: TimeZone, _ b: DailyWindow, _ year: Int
    ) -> [Double] {
        let dates = CivilDay.days(of: year)
        var minutes = [Int](repeating: 0, count: dates.upperBound.number - dates.lowerBound.number + 1)
        for minute in (dates.lowerBound.number - 2) * 1440..<(dates.upperBound.number + 3) * 1440 {
            let instant = Date(timeIntervalSince1970: Double(minute * 60))
            guard let day = owner(minute + first.secondsFromGMT(for: instant) / 60, a),
                dates.contains(CivilDay(number: day)),
                owner(minute + second.secondsFromGMT(for: instant) / 60, b) != nil
            else { continue }
            minutes[day - dates.lowerBound.number] += 1
        }
        return minutes.map { Double($0) / 60 }
    }

    /// The day whose window holds a local minute.
    private static func owner(_ local: Int, _ window: DailyWindow) -> Int? {
        let day = Int((Double(local) / 1440).rounded(.down))
        let minute = local - day * 1440
        if minute >= window.start, minute < window.end { return day }
        return minute + 1440 >= window.start && minute + 1440 < window.end ? day - 1 : nil
    }
}
