import Notation

/// Checks how hours are written; what they mean is the calendar's business.
enum HoursSyntax {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `HH:MM-HH:MM`, may cross midnight, 24:00 as an end.
    /// - Returns: what is wrong, nil when nothing is.
    static func problem(inWindow text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(trimmed)
        guard parts.count == 2 else { return "\(text.quoted) is not a time from and a time to." }
        guard let start = minutes(parts[0]) else { return "\(parts[0].quoted) is not a time of day." }
        guard let end = minutes(parts[1]) else { return "\(parts[1].quoted) is not a time of day." }
        if start == 1440 { return "A window cannot begin at 24:00." }
        if start == end { return "The window \(text.quoted) begins and ends at the same time." }
        return nil
    }

    /// `Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00`, days also `Mon,Wed`, or `24x7`.
    static func problem(inWeek text: String) -> String? {
        if trimmed(text[...]).lowercased() == "24x7" { return nil }
        var windows: [String: [Range<Int>]] = [:]
        for part in text.split(separator: ";", omittingEmptySubsequences: false).map(trimmed) {
            guard let gap = part.firstIndex(of: " ") else {
                return part.isEmpty ? "A part between semicolons is empty." : "\(part.quoted) has no days, or no hours."
            }
            let names: [String]
            switch dayNames(part[..<gap]) {
            case .success(let found): names = found
            case .failure(let problem): return problem.text
            }
            for window in part[gap...].split(separator: ",", omittingEmptySubsequences: false).map(trimmed) {
                if let problem = problem(inWindow: window) { return problem }
                let ends = window.split(separator: "-").map(trimmed).compactMap(minutes)
                guard ends.count == 2 else { return "\(window.quoted) is not a time from and a time to." }
                let range = ends[0]..<(ends[1] > ends[0] ? ends[1] : ends[1] + 1440)
                for name in names {
                    if windows[name, default: []].contains(where: { $0.overlaps(range) }) {
                        return "The hours of \(name) overlap at \(window.quoted)."
                    }
                    windows[name, default: []].append(range)
                }
            }
        }
        return nil
    }

    private struct Problem: Error { var text: String }

    private static func dayNames(_ text: Substring) -> Result<[String], Problem> {
        var names: [String] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(trimmed)
            var indices: [Int] = []
            for end in ends {
                guard let index = days.firstIndex(where: { $0.lowercased() == end.lowercased() }) else {
                    return .failure(Problem(text: "\(end.quoted) is not a day; days are \(days.listed())."))
                }
                indices.append(index)
            }
            guard let first = indices.first, let last = indices.last, indices.count <= 2 else {
                return .failure(Problem(text: "\(String(part).quoted) is not a range of days."))
            }
            var day = first
            names.append(days[day])
            while day != last {
                day = (day + 1) % 7
                names.append(days[day])
            }
        }
        return .success(names)
    }

    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
            hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return hour * 60 + minute
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
