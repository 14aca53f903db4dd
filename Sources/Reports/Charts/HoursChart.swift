import Notation

/// A site's shift on the client's clock through the year; clock changes are its jumps.
enum HoursChart {
    static func svg(id: String, site: SiteHours) -> String {
        let top = 24.0
        let px = { (minute: Int) in top + Double(minute) * 192 / 1440 }
        let title = "\(site.title): shared hours over the year"
        let told = site.periods.map {
            "from \(Words.date($0.from)) to \(Words.date($0.to)) \(Words.time($0.shiftStartInClientMinutes))–"
                + "\(Words.time($0.shiftEndInClientMinutes)), \(Format.plain($0.hours)) hours shared"
        }
        var plot = Plot(
            id: id, title: title,
            description: "On the client’s clock the shift runs " + told.joined(separator: "; ") + ".", height: 240)
        let client = pieces(site.clientWindow.startMinute, site.clientWindow.endMinute)
        plot.body = "<g class=\"axis\" aria-hidden=\"true\">\n"
        for piece in client {
            plot.body += Plot.bar(class: "client", from: 0, to: 100, y: px(piece.0), height: px(piece.1) - px(piece.0))
        }
        for hour in stride(from: 0, through: 24, by: 6) {
            plot.body += Plot.horizontal(class: "grid", y: px(hour * 60))
            plot.body += Plot.text(Words.time(hour * 60), class: "tick end", x: "0", y: px(hour * 60) + 4, dx: -6)
        }
        for (name, day) in [("Jan", 0.0), ("Apr", 90), ("Jul", 181), ("Oct", 273)] {
            plot.body += Plot.text(name, class: "tick", x: Plot.percent(day / 365 * 100), y: 234)
        }
        plot.body += "</g>\n"
        let periods = merged(site.periods)
        let starts = periods.map { dayOfYear($0.from) }
        for (index, period) in periods.enumerated() {
            let from = index == 0 ? 0 : starts[index] / 365 * 100
            let to = index + 1 < periods.count ? starts[index + 1] / 365 * 100 : 100
            guard to > from else { continue }
            let shift = pieces(period.shiftStartInClientMinutes, period.shiftEndInClientMinutes)
            for piece in shift {
                plot.body += Plot.bar(
                    class: "shift", from: from, to: to, y: px(piece.0), height: px(piece.1) - px(piece.0))
            }
            var lowest = px(client.last?.1 ?? 720)
            for a in shift {
                for b in client where min(a.1, b.1) > max(a.0, b.0) {
                    let (start, end) = (px(max(a.0, b.0)), px(min(a.1, b.1)))
                    plot.body += Plot.bar(class: "both", from: from, to: to, y: start, height: end - start)
                    lowest = end
                }
            }
            if to - from > 9 {
                let y = lowest + 15 > 214 ? lowest - 6 : lowest + 15
                plot.body += Plot.text(
                    Format.plain(period.hours) + " h", class: "mid strong halo", x: Plot.percent((from + to) / 2), y: y)
            }
        }
        let word = site.most - site.least == 1 ? "or" : "to"
        let range =
            site.least == site.most
            ? Format.plain(site.least) : "\(Format.plain(site.least)) \(word) \(Format.plain(site.most))"
        let all = site.least == site.most ? " all year" : ""
        plot.body += Plot.text(
            "\(Words.shortened(site.title, to: 26)): \(range) h\(all)", class: "strong", x: "0", y: 12)
        return plot.svg
    }

    /// Neighbours with the same hours are one: a clock change that both sites share is no step.
    private static func merged(_ periods: [SiteHours.Period]) -> [SiteHours.Period] {
        periods.reduce(into: []) { out, next in
            if let last = out.last, last.hours == next.hours,
                last.shiftStartInClientMinutes == next.shiftStartInClientMinutes,
                last.shiftEndInClientMinutes == next.shiftEndInClientMinutes
            {
                out[out.count - 1].to = next.to
            } else {
                out.append(next)
            }
        }
    }

    /// A window that may cross midnight, as one or two pieces of the day.
    static func pieces(_ start: Int, _ end: Int) -> [(Int, Int)] {
        let length = end - start >= 1440 ? 1440 : ((end - start) % 1440 + 1440) % 1440
        guard length > 0 else { return [] }
        let from = (start % 1440 + 1440) % 1440
        guard from + length > 1440 else { return [(from, from + length)] }
        return [(0, from + length - 1440), (from, 1440)]
    }

    /// Days since 1 January, leap years aside: a day is a third of a pixel.
    private static func dayOfYear(_ iso: String) -> Double {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return 0 }
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        return Double(before[parts[1] - 1] + parts[2] - 1)
    }
}
