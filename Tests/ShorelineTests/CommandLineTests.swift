import Compute
import Foundation
import Testing

/// The program as a person or a script meets it: what it prints where, and its exit code.
struct CommandLineTests {
    struct Outcome {
        var code: Int32
        var out: String
        var error: String
    }

    /// Runs the built program in an empty folder of its own.
    func run(_ arguments: [String], in folder: URL, input: String = "") throws -> Outcome {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (out, error, source) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = error
        process.standardInput = source
        try process.run()
        source.fileHandleForWriting.write(Data(input.utf8))
        try source.fileHandleForWriting.close()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let wrong = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(code: process.terminationStatus, out: text, error: wrong)
    }

    /// Beside the test bundle.
    private static var program: URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 where !FileManager.default.fileExists(atPath: folder.appendingPathComponent("shoreline").path) {
            folder.deleteLastPathComponent()
        }
        return folder.appendingPathComponent("shoreline")
    }

    func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("shoreline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    @Test func fromANewCaseToAReport() throws {
        let place = try folder()
        defer { try? FileManager.default.removeItem(at: place) }
        #expect(try run(["new", "case.yaml"], in: place).code == 0)
        let again = try run(["new", "case.yaml"], in: place)
        #expect(again.code == 2)
        #expect(
            again.error
                == "case.yaml: There is a file of that name already. Choose another name, or write --force to replace it.\n"
        )
        let checked = try run(["check", "case.yaml"], in: place)
        #expect(checked.code == 0)
        #expect(checked.out == "case.yaml is in order: 1 function, 4 options.\n")
        let decided = try run(
            ["decide", "case.yaml", "--trials", "500", "--report", "report.html", "--quiet"], in: place)
        #expect(decided.code == 0)
        #expect(decided.error == "")
        #expect(decided.out.contains("Report: "))
        let html = try String(contentsOf: place.appendingPathComponent("report.html"), encoding: .utf8)
        #expect(html.lowercased().hasPrefix("<!doctype html>"))
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"))
        let json = try run(["decide", "case.yaml", "--trials", "500", "--format", "json"], in: place)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
        for key in ["trials", "seed", "currency", "options", "drivers", "assumptions", "recommendation", "case"] {
            #expect(object[key] != nil, "\(key)")
        }
        let workbook = try run(
            ["decide", "case.yaml", "--trials", "500", "--format", "xlsx", "--output", "d.xlsx", "--quiet"], in: place)
        #expect(workbook.code == 0)
        let bytes = try Data(contentsOf: place.appendingPathComponent("d.xlsx"))
        #expect(bytes.prefix(2) == Data("PK".utf8))
        let csv = try run(["decide", "case.yaml", "--trials", "500", "--format", "csv"], in: place)
        #expect(csv.out.split(whereSeparator: \.isNewline).count == 5)
        let compared = try run(["compare", "case.yaml", "case.yaml", "--trials", "200"], in: place)
        #expect(compared.code == 0)
        #expect(compared.out.contains("No difference"))
    }

    @Test func badInputIsExitTwoWithTheRemedy() throws {
        let place = try folder()
        defer { try? FileManager.default.removeItem(at: place) }
        let cases: [([String], String, String)] = [
            (
                ["check", "nowhere.yaml"], "",
                "nowhere.yaml: There is no such file. Check its name and the folder you are in.\n"
            ),
            (
                ["decid", "case.yaml"], "",
                "There is no command “decid”. Did you mean decide? Known: new, check, decide, locate, choose, scorecard, criteria, compare, countries, schema, compute, serve, sign-in-link, backup, restore, export, import, audit, help.\n"
            ),
            (
                ["compute", "economics.npw"], "{}",
                "There is no computation \"economics.npw\". Did you mean economics.npv? Known: \(Compute.names.joined(separator: ", ")).\n"
            ),
            (
                ["countries", "Untied"], "",
                "The atlas knows no country \"Untied\". Write an ISO 3166-1 code (IN) or an English name (India); `shoreline countries` lists all 105.\n"
            ),
            (
                ["compute", "economics.npv"], #"{"rate": 0.1, "cashFlow": [1]}"#,
                "line 1, column 15: cashFlow: Unknown key \"cashFlow\". Did you mean cashFlows?\n"
            ),
        ]
        for (arguments, input, expected) in cases {
            let outcome = try run(arguments, in: place, input: input)
            #expect(outcome.code == 2)
            #expect(outcome.error == expected)
            #expect(outcome.out == "")
        }
        let trials = try run(["decide", "case.yaml", "--trials", "5"], in: place)
        #expect(trials.code == 2)
        #expect(trials.error.contains("--trials must be between 100 and 10000000. You typed 5."))
    }

    @Test func aFolderThatCannotBeWrittenIsAFailureNotACrash() throws {
        let place = try folder()
        defer { try? FileManager.default.removeItem(at: place) }
        _ = try run(["new", "case.yaml"], in: place)
        let outcome = try run(
            ["decide", "case.yaml", "--trials", "200", "--quiet", "--report", "no/such/folder/r.html"], in: place)
        #expect(outcome.code == 1)
        #expect(outcome.error.hasPrefix("no/such/folder/r.html could not be written"))
    }

    /// Same request, same bytes, whatever the number of threads.
    @Test func threadsDoNotChangeAByte() throws {
        let place = try folder()
        defer { try? FileManager.default.removeItem(at: place) }
        _ = try run(["new", "case.yaml"], in: place)
        let one = try run(["decide", "case.yaml", "--trials", "3000", "--threads", "1", "--format", "json"], in: place)
        let two = try run(["decide", "case.yaml", "--trials", "3000", "--threads", "2", "--format", "json"], in: place)
        #expect(one.out == two.out)
        #expect(one.out.count > 10_000)
    }

    @Test func simulateAnswersTheSameCaseAsDecide() throws {
        let place = try folder()
        defer { try? FileManager.default.removeItem(at: place) }
        let request = """
            {"case": {"case": "c", "assumptions": "none", "client": {"name": "A", "country": "US", "currency": "USD"},
             "horizon": {"start": "2027-01", "months": 12, "discountRate": 0},
             "functions": {"f": {"kind": "other", "volume": {"perMonth": 100}, "handleTime": 6}},
             "options": {"only": {"ownership": "partner", "country": "US", "baseline": true, "price": {"fixed": 100}}}},
             "trials": 200, "seed": 0}
            """
        let outcome = try run(["compute", "economics.simulate"], in: place, input: request)
        #expect(outcome.code == 0)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
        let options = try #require(object["options"] as? [String: Any])
        let only = try #require(options["only"] as? [String: Any])
        let value = try #require(only["presentValue"] as? [String: Any])
        #expect(value["mean"] as? Double == 1200)
        #expect(value["p90"] as? Double == 1200)
        #expect(only["chanceToBeatBaseline"] is NSNull)
        let refused = try run(["compute", "economics.simulate"], in: place, input: #"{"case": {}, "trials": 1}"#)
        #expect(refused.code == 2)
        #expect(refused.error.contains("trials"))
    }
}
