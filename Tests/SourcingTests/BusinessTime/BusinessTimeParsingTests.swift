import Notation
import Sourcing
import Testing

@Suite struct BusinessTimeParsingTests {
    @Test(arguments: [
        ("13:30-22:30", 810, 1350), ("22:00-06:00", 1320, 1800), ("00:00-24:00", 0, 1440), ("9:00 - 17:00", 540, 1020),
        ("22:00-00:00", 1320, 1440), ("16:00-24:00", 960, 1440), ("09:00–17:00", 540, 1020),
    ])
    func windows(_ text: String, _ start: Int, _ end: Int) throws {
        let window = try DailyWindow(text)
        #expect((window.start, window.end) == (start, end))
        #expect(try DailyWindow(window.description) == window)
    }

    @Test(arguments: [
        ("", "hours: \"\" is no daily window. Write two times with a hyphen between, such as 09:00-17:00."),
        ("09:00", "hours: \"09:00\" is no daily window. Write two times with a hyphen between, such as 09:00-17:00."),
        (
            "9-17",
            "hours: \"9\" in \"9-17\" is no time of day. Write hours and minutes of the 24-hour clock, such as 09:00."
        ),
        (
            "09:00-25:00",
            "hours: \"25:00\" in \"09:00-25:00\" is no time of day. Write hours and minutes of the 24-hour clock, such as 09:00."
        ),
        (
            "24:00-08:00",
            "hours: \"24:00-08:00\" starts at 24:00. Write 00:00 for the start of a day; 24:00 is only an end."
        ),
        ("09:00-09:00", "hours: \"09:00-09:00\" starts and ends at the same time. Write 00:00-24:00 for a whole day."),
    ])
    func wrongWindows(_ text: String, _ message: String) {
        let error = #expect(throws: Faults.self) { try DailyWindow(text, path: "hours") }
        #expect(error?.description == message)
    }

    @Test func weeks() throws {
        let office = try WorkingHours("Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00")
        #expect(office.hoursPerWeek == 44)
        #expect(office[weekday: 6] == [try DailyWindow("09:00-13:00")])
        #expect(office[weekday: 7].isEmpty)
        #expect(office.description == "Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00")
        #expect(try WorkingHours("Mon,Wed,Fri 09:00-17:00").hoursPerWeek == 24)
        #expect(try WorkingHours("24x7").hoursPerWeek == 168)
        #expect(try WorkingHours(" 24X7 ") == .always)
        #expect(try WorkingHours("Sun-Thu 09:00-17:00")[weekday: 7].count == 1)
        #expect(try WorkingHours("Sun-Thu 09:00-17:00")[weekday: 5].isEmpty)
        #expect(try WorkingHours("mon-sun 00:00-24:00") == .always)
        #expect(try WorkingHours("Mon-Fri 13:00-17:00, 08:00-12:00").hoursPerWeek == 40)
    }

    @Test func nightsBelongToTheDayTheyStart() throws {
        let night = try WorkingHours("Fri 22:00-06:00")
        #expect(night[weekday: 5].first?.end == 1800)
        #expect(night[weekday: 6].isEmpty)
        #expect(night.hoursPerWeek == 8)
        #expect(try WorkingHours("Mon-Sun 22:00-06:00,06:00-14:00").hoursPerWeek == 112)
    }

    @Test(arguments: [
        (
            "Mon-Fri",
            "\"Mon-Fri\" has no days or no hours. Write days, a space and hours, such as Mon-Fri 09:00-17:00, or 24x7."
        ),
        (
            "Mon-Fri 09:00-17:00;",
            "The working hours \"Mon-Fri 09:00-17:00;\" have an empty part. Write days, a space and hours, such as Mon-Fri 09:00-17:00, or 24x7."
        ),
        (
            "Mno 09:00-17:00",
            "\"Mno\" is no day of the week. Did you mean Mon? Days are Mon, Tue, Wed, Thu, Fri, Sat, Sun."
        ),
        (
            "Mon 09:00-17:00,16:00-18:00",
            "The hours 09:00-17:00 and 16:00-18:00 overlap on Mon. Write each hour of the week once."
        ),
        (
            "Sun 22:00-06:00; Mon 05:00-09:00",
            "The hours 22:00-06:00 and 05:00-09:00 overlap on Mon. Write each hour of the week once."
        ),
        (
            "Mon 09:00-17:0",
            "\"17:0\" in \"09:00-17:0\" is no time of day. Write hours and minutes of the 24-hour clock, such as 09:00."
        ),
    ])
    func wrongWeeks(_ text: String, _ message: String) {
        let error = #expect(throws: Faults.self) { try WorkingHours(text) }
        #expect(error?.description == message)
    }

    @Test func civilDays() {
        #expect(CivilDay(year: 1970, month: 1, day: 1).number == 0)
        #expect(CivilDay(year: 2000, month: 3, day: 1).number == 11017)
        #expect(CivilDay(year: 2027, month: 3, day: 14).weekday == 7)
        #expect(CivilDay(year: 2027, month: 3, day: 14).description == "2027-03-14")
        for number in stride(from: -800_000, through: 800_000, by: 997) {
            let (year, month, day) = CivilDay(number: number).components
            #expect(CivilDay(year: year, month: month, day: day).number == number)
        }
    }
}
