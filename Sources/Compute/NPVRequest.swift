import Economics
public import Notation

/// `economics.npv`: what cash flows are worth now, and the rate at which they are worth nothing.
public enum NPVRequest: ComputeHandler {
    public static let name = "economics.npv"

    public static func respond(_ request: Tree) throws -> Tree {
        let cursor = try RequestCursor(request, keys: ["rate", "cashFlows", "periodsPerYear"])
        let rate = try cursor.number("rate", "a rate a year above -1, such as 0.09")
        guard rate > -1 else {
            throw Faults(
                Fault(
                    path: "rate", at: request["rate"]?.position,
                    "A rate of \(JSONWriter.number(rate)) loses everything.",
                    remedy: "Give a rate a year above -1, such as 0.09."))
        }
        let flows = try cursor.numbers("cashFlows", "a list of at least one number, the first flow now")
        let periods = try cursor.number("periodsPerYear", "a number above 0, such as 12", default: 1)
        guard periods > 0 else {
            throw RequestCursor.wrong(
                request["periodsPerYear"] ?? .null, path: "periodsPerYear", "a number above 0, such as 12")
        }
        guard let answer = NetPresentValue(rate: rate, flows: flows, periodsPerYear: periods) else {
            throw Faults(
                Fault(
                    path: "cashFlows", "The present value is too large for a number.",
                    remedy: "Give smaller flows or a rate nearer to 0."))
        }
        return .map(["npv": .number(answer.value), "irr": .number(answer.internalRate)])
    }
}
