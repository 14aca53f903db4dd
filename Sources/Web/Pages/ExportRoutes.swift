import Choosing
import Compute
import Economics
import Foundation
import Hummingbird
import Notation
import Reports
import Sourcing
import Workspace

/// Everything shown, as files: CSV, workbook, JSON, the report, the case itself.
enum ExportRoutes {
    static let routes: [Route] =
        ["csv", "xlsx", "json", "html"].map { ending in
            Route.page(.get, "/cases/{id}/decision.\(ending)", .can(.readCases), "The decision as .\(ending)") {
                try await decision(CasePage($0), ending)
            }
        }
        + ["csv", "xlsx", "json"].map { ending in
            Route.page(.get, "/cases/{id}/choice.\(ending)", .can(.readCases), "The choice as .\(ending)") {
                try await choice(CasePage($0), ending)
            }
        } + [
            Route.page(.get, "/cases/{id}/case.yaml", .can(.readCases), "The text of a case") { exchange in
                let page = try await CasePage(exchange)
                let version = try await page.scored().version
                let isJSON = version.text.drop(while: \.isWhitespace).hasPrefix("{")
                return .download(
                    Array(version.text.utf8), name: "\(name(page)).\(isJSON ? "json" : "yaml")",
                    type: isJSON ? "application/json" : "application/yaml; charset=utf-8")
            },
            Route.page(.get, "/cases/{id}/scores.jsonl", .can(.readCases), "The evaluation log of a case") { exchange in
                let page = try await CasePage(exchange)
                let lines = try await exchange.workspace.scoreLines(as: page.member, page.id)
                return .download(
                    Array(lines.map { $0 + "\n" }.joined().utf8), name: "\(name(page)).scores.jsonl",
                    type: "application/jsonl")
            },
        ]

    static func decisionLinks(_ path: String, _ version: CaseVersion) -> [WebPage.Link] {
        [
            .init("Report (HTML)", "\(path)/decision.html?version=\(version.number)"),
            .init("CSV", "\(path)/decision.csv?version=\(version.number)"),
            .init("Workbook (XLSX)", "\(path)/decision.xlsx?version=\(version.number)"),
            .init("JSON", "\(path)/decision.json?version=\(version.number)"),
        ]
    }

    static func choiceLinks(_ path: String, _ version: CaseVersion) -> [WebPage.Link] {
        [
            .init("Report (HTML)", "\(path)/decision.html?version=\(version.number)"),
            .init("CSV", "\(path)/choice.csv?version=\(version.number)"),
            .init("Workbook (XLSX)", "\(path)/choice.xlsx?version=\(version.number)"),
            .init("JSON", "\(path)/choice.json?version=\(version.number)"),
        ]
    }

    private static func decision(_ page: CasePage, _ ending: String) async throws -> Response {
        let answers = page.exchange.site.answers
        let scored = try await page.scored()
        let decision = try await answers.decision(scored.version)
        let name = "\(name(page))-decision-v\(scored.version.number).\(ending)"
        switch ending {
        case "csv":
            return .download(Array(DecisionCSV.text(for: decision).utf8), name: name, type: "text/csv; charset=utf-8")
        case "json":
            return .download(
                Array(JSONWriter.text(DecisionResponse.tree(of: decision, complete: true), pretty: true).utf8),
                name: name,
                type: "application/json")
        case "xlsx":
            return .download(try await file { try DecisionXLSX.write(decision, to: $0) }, name: name, type: workbook)
        default:
            var seen: Answers.SeenChoice?
            var places: PlaceRanking?
            if let evaluation = decision.theCase.evaluation {
                if !evaluation.partners.isEmpty { seen = try await answers.choice(scored) }
                places = try await answers.places(scored.version, function: evaluation.function)
            }
            let html = HTMLReport.html(
                for: decision, choice: seen?.choice, places: places, evidence: seen?.lines ?? [],
                hours: try SiteHours.of(decision), prepared: page.today)
            // The report carries its own styles, so it is a file to keep and not a page of ours.
            return .download(Array(html.utf8), name: name, type: "text/html; charset=utf-8")
        }
    }

    private static func choice(_ page: CasePage, _ ending: String) async throws -> Response {
        let scored = try await page.scored()
        let seen = try await page.exchange.site.answers.choice(scored)
        let name = "\(name(page))-choice-v\(scored.version.number).\(ending)"
        switch ending {
        case "csv":
            return .download(Array(ChoiceCSV.text(for: seen.choice).utf8), name: name, type: "text/csv; charset=utf-8")
        case "xlsx":
            return .download(
                try await file { try ChoiceXLSX.write(seen.choice, evidence: seen.sentences, to: $0) }, name: name,
                type: workbook)
        default:
            var entries = ChoiceResponse.tree(of: seen.choice).entries ?? []
            entries.append(.init(key: "evidence", value: .list(seen.sentences.map { .text($0) })))
            return .download(
                Array(JSONWriter.text(Tree(.map(entries)), pretty: true).utf8), name: name, type: "application/json")
        }
    }

    static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// What a writer of files writes, away from Swift's own threads.
    static func file(_ write: @escaping @Sendable (String) throws -> Void) async throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("shoreline-\(UUID().uuidString).xlsx")
            .path
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                defer { try? FileManager.default.removeItem(atPath: path) }
                continuation.resume(
                    with: Result {
                        try write(path)
                        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
                    })
            }
        }
    }

    /// The title as a file's name.
    private static func name(_ page: CasePage) -> String {
        let words = page.line.title.lowercased().split { !$0.isLetter && !$0.isNumber }
        let name = String(words.joined(separator: "-").prefix(60))
        return name.isEmpty ? "case" : name
    }
}
