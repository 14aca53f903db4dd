import Choosing
import Economics
import Foundation
import Reports

/// The report with what it needs from outside: the day on which it was made.
enum ReportFile {
    static func html(
        for decision: Decision, choice: Choice? = nil, places: PlaceRanking? = nil, evidence: [EvidenceLine] = []
    ) throws -> String {
        HTMLReport.html(
            for: decision, choice: choice, places: places, evidence: evidence, hours: try SiteHours.of(decision),
            prepared: today())
    }

    private static func today() -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_GB")
        formatter.dateFormat = "d MMMM yyyy"
        return formatter.string(from: Date())
    }
}
