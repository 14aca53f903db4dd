import Foundation
import Sourcing

/// The business clock as a person with a wall clock and patience has it: looks at every minute, asks Foundation's calendar
/// what the local clock shows, and counts. Shares no code with the clock.
struct MinuteOracle {
    let calendar: BusinessCalendar
    private let local: Calendar

    init(_ calendar: BusinessCalendar) {
        self.calendar = calendar
        var local = Calendar(identifier: .gregorian)
        local.timeZone = TimeZone(identifier: calendar.timeZone)!
        self.local = local
    }

    /// Whether the minute that begins at an instant (a whole minute) is open.
    func isOpen(_ instant: Int) -> Bool {
        let parts = local.dateComponents(
            [.year, .month, .day, .hour, .minute], from: Date(timeIntervalSince1970: Double(instant)))
        let minute = parts.hour! * 60 + parts.minute!
        let day = CivilDay(year: parts.year!, month: parts.month!, day: parts.day!)
        for closure in calendar.closures where closure.day == day {
            if let minutes = closure.minutes, minutes.contains(minute) { return false }
        }
        return isOpen(day, minute) || isOpen(CivilDay(number: day.number - 1), minute + 1440)
    }

    /// Whether a window that starts on `day` is open so many minutes after its midnight.
    private func isOpen(_ day: CivilDay, _ minute: Int) -> Bool {
        for opening in calendar.openings where opening.day == day {
            if opening.window.start <= minute, minute < opening.window.end { return true }
        }
        if calendar.holidays[day] != nil { return false }
        if calendar.closures.contains(where: { $0.day == day && $0.minutes == nil }) { return false }
        return calendar.hours[weekday: day.weekday].contains { $0.start <= minute && minute < $0.end }
    }

    func elapsed(from first: Int, to last: Int, pauses: [Range<Int>] = []) -> Int {
        var seconds = 0
        for instant in stride(from: first, to: last, by: 60)
        where isOpen(instant) && !pauses.contains(where: { $0.contains(instant) }) {
            seconds += 60
        }
        return seconds
    }

    /// - Parameter last: where it gives up.
    func due(from first: Int, after seconds: Int, pauses: [Range<Int>] = [], last: Int) -> Int? {
        if seconds == 0 { return first }
        var left = seconds
        for instant in stride(from: first, to: last, by: 60)
        where isOpen(instant) && !pauses.contains(where: { $0.contains(instant) }) {
            left -= 60
            if left <= 0 { return instant + 60 + left }
        }
        return nil
    }
}
