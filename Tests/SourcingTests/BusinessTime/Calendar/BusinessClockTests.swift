import Foundation
import Notation
import Sourcing
import Testing

@Suite struct BusinessClockTests {
    private func clock(
        _ zone: String, _ hours: String, holidays: [String] = [], years: ClosedRange<Int>
    ) throws -> BusinessClock {
        try BusinessClock(calendar(zone, hours, holidays: holidays), years: years)
    }

    private func calendar(_ zone: String, _ hours: String, holidays: [String] = []) throws -> BusinessCalendar {
        let days = try holidays.map { try #require(CivilDay($0)) }
        return BusinessCalendar(
            timeZone: zone, hours: try WorkingHours(hours),
            holidays: Dictionary(uniqueKeysWithValues: days.map { ($0, "") }))
    }

    private func seconds(_ text: String) throws -> Int { try Instant(text).seconds }

    @Test func bothChangesOfTheClock() throws {
        let clock = try clock("America/Chicago", "24x7", years: 2027...2027)
        // 23 and 25 hours.
        #expect(
            clock.elapsed(from: try seconds("2027-03-14T06:00:00Z"), to: try seconds("2027-03-15T05:00:00Z")) == 82800)
        #expect(
            clock.elapsed(from: try seconds("2027-11-07T05:00:00Z"), to: try seconds("2027-11-08T06:00:00Z")) == 90000)
        let night = try self.clock("America/Chicago", "Mon-Sun 01:30-02:30", years: 2027...2027)
        // The second half of the window does not exist; the first half comes twice.
        #expect(
            night.elapsed(from: try seconds("2027-03-14T06:00:00Z"), to: try seconds("2027-03-15T05:00:00Z")) == 1800)
        #expect(
            night.elapsed(from: try seconds("2027-11-07T05:00:00Z"), to: try seconds("2027-11-08T06:00:00Z")) == 5400)
        // Half an hour, in the south.
        let island = try self.clock("Australia/Lord_Howe", "24x7", years: 2027...2027)
        #expect(
            island.elapsed(from: try seconds("2027-04-03T13:00:00Z"), to: try seconds("2027-04-04T13:30:00Z")) == 88200)
    }

    @Test func samoaHadNoThirtiethOfDecember() throws {
        let clock = try clock("Pacific/Apia", "Mon-Sun 09:00-17:00", years: 2011...2012)
        // From the evening of the 29th to the evening of the 31st is one working day.
        let start = try seconds("2011-12-30T08:00:00Z")
        #expect(clock.elapsed(from: start, to: start + 86400) == 8 * 3600)
        let due = try #require(clock.due(from: start, after: 8 * 3600))
        #expect(Instant(seconds: due).text(offset: clock.offset(at: due)) == "2011-12-31T17:00:00+14:00")
        let lines = try ClockExplanation(
            calendar("Pacific/Apia", "Mon-Sun 09:00-17:00"), from: start, to: start + 86400
        ).lines.filter { $0.seconds > 0 }
        #expect(lines.map(\.day.description) == ["2011-12-31"])
    }

    /// Zammad loses a minute at midnight, because 24:00 cannot be typed there (zammad#3180).
    @Test func aDayEndsAtMidnight() throws {
        for hours in ["24x7", "Mon-Sun 00:00-24:00", "Mon-Sun 12:00-24:00,00:00-12:00"] {
            let clock = try clock("Europe/Berlin", hours, years: 2027...2027)
            let start = try seconds("2027-06-01T00:00:00Z")
            #expect(clock.elapsed(from: start, to: start + 30 * 86400) == 30 * 86400, "\(hours)")
            #expect(clock.due(from: start + 86399 - 7200, after: 2) == start + 86401 - 7200, "\(hours)")
        }
    }

    /// GLPI put a step at 00:00 (glpi#22678): what is due when the day ends is due at its end, and not the next morning.
    @Test func dueAtTheEndOfADay() throws {
        let clock = try clock("America/Chicago", "Mon-Fri 08:00-18:00", years: 2027...2027)
        let friday = try seconds("2027-06-04T08:00:00-05:00")
        #expect(clock.due(from: friday, after: 36000) == friday + 36000)
        #expect(clock.due(from: friday, after: 36001) == (try seconds("2027-06-07T08:00:01-05:00")))
        // Nothing to wait for is due at once, also when closed.
        #expect(clock.due(from: friday + 50000, after: 0) == friday + 50000)
    }

    /// osTicket's clock has no pause (osticket#6438), GLPI forgets it (glpi#6902): here it stands still, once where two overlap.
    @Test func pausesStopTheClock() throws {
        let clock = try clock("America/Chicago", "Mon-Fri 08:00-18:00", years: 2027...2027)
        let start = try seconds("2027-06-04T08:00:00-05:00")
        let pauses = [start + 3600..<start + 7200, start + 5400..<start + 9000, start + 9000..<start + 9000]
        #expect(clock.elapsed(from: start, to: start + 36000, pauses: pauses) == 36000 - 5400)
        #expect(clock.due(from: start, after: 3600, pauses: pauses) == start + 3600)
        #expect(clock.due(from: start, after: 3601, pauses: pauses) == start + 9001)
        // From within a pause, and over a weekend.
        #expect(clock.due(from: start + 6000, after: 1, pauses: pauses) == start + 9001)
        let weekend = start + 35000..<start + 3 * 86400 + 600
        #expect(clock.due(from: start, after: 35001, pauses: [weekend]) == start + 3 * 86400 + 601)
    }

    @Test func overnightWindowsBelongToTheDayOnWhichTheyStart() throws {
        let clock = try clock("Asia/Manila", "Mon-Fri 22:00-06:00", holidays: ["2027-06-08"], years: 2027...2027)
        // Monday night runs into the holiday; Tuesday's night is closed.
        let monday = try seconds("2027-06-07T22:00:00+08:00")
        #expect(clock.due(from: monday, after: 8 * 3600) == monday + 8 * 3600)
        #expect(clock.due(from: monday, after: 8 * 3600 + 1) == monday + 2 * 86400 + 1)
    }

    @Test func aCalendarThatIsNeverOpenSaysSo() throws {
        var calendar = try calendar("UTC", "Mon 09:00-10:00")
        for day in CivilDay.days(of: 2027).lowerBound.number...CivilDay.days(of: 2027).upperBound.number {
            calendar.holidays[CivilDay(number: day)] = "strike"
        }
        let clock = try BusinessClock(calendar, years: 2027...2027)
        #expect(clock.total == 0)
        let start = try seconds("2027-06-04T08:00:00Z")
        #expect(clock.due(from: start, after: 1) == nil && clock.opening(from: start) == nil)
        #expect(clock.elapsed(from: start, to: start + 86400) == 0 && !clock.isOpen(at: start))
        // Beyond its years a clock knows nothing, and says so.
        #expect(clock.due(from: start + 400 * 86400, after: 1) == nil)
        #expect(clock.elapsed(from: start, to: start + 400 * 86400) == nil)
    }

    @Test func explainsItself() throws {
        var calendar = try calendar("America/Chicago", "Mon-Fri 08:00-18:00")
        calendar.country = "US"
        calendar.closures = [.init(day: try #require(CivilDay("2027-11-24")), minutes: 720..<1440, reason: "early end")]
        let from = try seconds("2027-11-23T17:00:00-06:00")
        let to = try seconds("2027-11-26T09:00:00-06:00")
        let pause = try seconds("2027-11-24T08:30:00-06:00")
        let lines = try ClockExplanation(calendar, from: from, to: to, pauses: [pause..<pause + 1800]).lines
        #expect(lines.map(\.day.description) == ["2027-11-23", "2027-11-24", "2027-11-25", "2027-11-26"])
        #expect(lines.map(\.seconds) == [3600, 4 * 3600 - 1800, 0, 3600])
        #expect(lines.map(\.paused) == [0, 1800, 0, 0])
        #expect(lines.map { $0.note ?? "" } == ["", "closed: early end", "holiday: Thanksgiving Day", ""])
    }

    @Test func aCountryWhoseHolidaysAreNotKnownIsNamed() throws {
        var calendar = try calendar("America/Chicago", "Mon-Fri 08:00-18:00")
        calendar.country = "US"
        #expect(calendar.unknownYears(in: 2030...2033) == [2032, 2033])
    }
}

@Suite struct BusinessCalendarReadingTests {
    private func read(_ json: String) throws -> BusinessCalendar {
        try BusinessCalendar.read(JSONReader.read(text: json), path: "calendar")
    }

    @Test func readsWhatItWrites() throws {
        let text = """
            {"timeZone": "America/Chicago", "hours": "Mon-Fri 08:00-12:00,13:00-17:00", "country": "United States",
             "holidays": {"except": ["2027-10-11"], "also": ["2027-12-24", {"day": "2027-12-31", "reason": "New Year's Eve"}]},
             "closures": [{"day": "2027-06-30", "hours": "12:00-24:00", "reason": "Stocktaking"}, {"day": "2027-07-02"}],
             "openings": [{"day": "2027-12-18", "hours": "09:00-13:00"}]}
            """
        let calendar = try read(text)
        #expect(calendar.country == "US" && calendar.except.count == 1 && calendar.holidays.count == 2)
        #expect(calendar.closures.map(\.minutes) == [720..<1440, nil])
        #expect(try BusinessCalendar.read(calendar.tree) == calendar)
        #expect(try read(#"{"timeZone":"UTC","hours":"24x7","holidays":"PH"}"#).country == "PH")
    }

    @Test(arguments: [
        (#"{"hours": "24x7"}"#, "The key timeZone is missing."),
        (#"{"timeZone": "America/Chicagoo", "hours": "24x7"}"#, "Did you mean America/Chicago?"),
        (#"{"timeZone": "UTC", "hours": "Mon-Fry 08:00-18:00"}"#, "Did you mean Fri?"),
        (#"{"timeZone": "UTC", "hours": "24x7", "holiday": []}"#, "Did you mean holidays?"),
        (
            #"{"timeZone": "UTC", "hours": "24x7", "holidays": ["2027-02-30"]}"#,
            "calendar.holidays[0]: This is no date."
        ),
        (#"{"timeZone": "UTC", "hours": "24x7", "country": "Philipines"}"#, "Did you mean Philippines (PH)?"),
        (
            #"{"timeZone": "UTC", "hours": "24x7", "closures": [{"day": "2027-01-01", "hours": "22:00-06:00"}]}"#,
            "ends on the day"
        ),
        (#"{"timeZone": "UTC", "hours": "24x7", "openings": [{"day": "2027-01-01"}]}"#, "The key hours is missing."),
        (#"{"timeZone": "UTC", "hours": "24x7", "hours": "24x7"}"#, "a second time"),
        (#"[]"#, "Here keys were expected"),
    ])
    func saysWhatIsWrong(_ json: String, _ message: String) {
        do {
            _ = try read(json)
            Issue.record("it was read")
        } catch {
            let text = "\(error)"
            #expect(text.contains(message), "\(text)")
        }
    }

    @Test(arguments: ["2030-09-12T07:31:00Z", "1969-12-31T23:59:59Z", "2000-02-29T00:00:00Z"])
    func instantsAreWrittenAsTheyAreRead(_ text: String) throws { #expect(try Instant(text).description == text) }

    @Test(arguments: [
        "2030-09-12", "2030-09-12T07:31Z", "2030-13-12T07:31:00Z", "2030-02-30T07:31:00Z", "2030-09-12T24:00:00Z",
        "2030-09-12T07:31:00", "2030-09-12T07:31:00+5:30", "2030-09-12T07:31:60Z", "2030-09-12t07:31:00Z", "",
        "2030-09-12T07:31:00.5Z", "２030-09-12T07:31:00Z",
    ])
    func whatIsNoInstantIsRefused(_ text: String) { #expect(throws: Faults.self) { try Instant(text) } }

    @Test func offsetsAreKept() throws {
        #expect(try Instant("2030-09-12T07:31:00+05:30") == Instant("2030-09-12T02:01:00Z"))
        #expect(try Instant("2029-04-23T11:40:00Z").text(offset: -9000) == "2029-04-23T09:10:00-02:30")
    }
}
