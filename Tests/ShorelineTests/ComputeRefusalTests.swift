import Compute
import Notation
import Testing

/// Wrong requests, each with its whole message.
@Suite struct ComputeRefusalTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        var name = "economics.npv"
        var request: Tree
        var message: String
        var testDescription: String { message }
    }

    static let flows = Tree.list([.number(-1), .number(2)])
    static let refusals = [
        Refusal(
            name: "economics.nvp", request: .map([]),
            message:
                "There is no computation \"economics.nvp\". Did you mean economics.npv? Known: \(Compute.names.joined(separator: ", "))."
        ),
        Refusal(
            request: .list([]),
            message: "Expected an object, found an empty list. Its keys are rate, cashFlows, periodsPerYear."),
        Refusal(
            request: .map(["rate": .number(0.1), "cashflows": flows]),
            message: "cashflows: Unknown key \"cashflows\". Did you mean cashFlows?"),
        Refusal(
            request: .map(["rate": .number(0.1)]),
            message:
                "cashFlows: The key \"cashFlows\" is missing. Give a list of at least one number, the first flow now."),
        Refusal(
            request: .map(["rate": .number(0.1), "cashFlows": .list([])]),
            message: "cashFlows: Expected a list of at least one number, the first flow now, found an empty list."),
        Refusal(
            request: .map(["rate": .text("9%"), "cashFlows": flows]),
            message: "rate: Expected a rate a year above -1, such as 0.09, found \"9%\"."),
        Refusal(
            request: .map(["rate": .number(-1), "cashFlows": flows]),
            message: "rate: A rate of -1 loses everything. Give a rate a year above -1, such as 0.09."),
        Refusal(
            request: .map(["rate": .number(0.1), "cashFlows": .list([.number(1), .number(Double.nan)])]),
            message: "cashFlows[1]: Expected a finite number, found a number that is not finite."),
        Refusal(
            request: .map(["rate": .number(0.1), "cashFlows": .list([.number(1), .null])]),
            message: "cashFlows[1]: Expected a finite number, found null."),
        Refusal(
            request: .map(["rate": .number(0.1), "cashFlows": flows, "periodsPerYear": .number(0)]),
            message: "periodsPerYear: Expected a number above 0, such as 12, found 0."),
        Refusal(
            name: "economics.distance",
            request: .map(["from": .text("US"), "to": .text("Inida"), "year": .number(2027)]),
            message: "to: The atlas knows no country \"Inida\". Did you mean India?"),
        Refusal(
            name: "economics.distance",
            request: .map([
                "from": .text("US"), "to": .map(["country": .text("IN"), "timezone": .text("Asia/Kolkata")]),
                "year": .number(2027),
            ]),
            message: "to.timezone: Unknown key \"timezone\". Did you mean timeZone?"),
        Refusal(
            name: "economics.distance",
            request: .map([
                "from": .text("US"), "to": .map(["country": .text("IN"), "timeZone": .text("Asia/Kolkatta")]),
                "year": .number(2027),
            ]),
            message: "to.timeZone: There is no time zone \"Asia/Kolkatta\". Did you mean Asia/Kolkata?"),
        Refusal(
            name: "economics.distance",
            request: .map(["from": .text("US"), "to": .text("IN"), "year": .number(2027.5)]),
            message: "year: Expected a year, such as 2027, found 2027.5."),
        Refusal(
            name: "economics.distance", request: .map(["from": .number(1), "to": .text("IN"), "year": .number(2027)]),
            message: "from: Expected a country code, or an object with country, timeZone and hours, found 1."),
    ]

    @Test(arguments: refusals) func says(_ refusal: Refusal) {
        let error = #expect(throws: Faults.self) { try Compute.respond(to: refusal.name, request: refusal.request) }
        #expect(error?.description == refusal.message)
    }
}
