public import Notation

/// One engine's door for machines: a request in, a response out, nothing else read or kept.
public protocol ComputeHandler {
    /// As in `shoreline compute NAME`.
    static var name: String { get }
    /// - Throws: `Faults` that name the key.
    static func respond(_ request: Tree) throws -> Tree
}

/// Every engine that is reachable by machine.
public enum Compute {
    static var handlers: [any ComputeHandler.Type] {
        [
            AcceptabilityRequest.self,
            CalendarDueRequest.self,
            CalendarElapsedRequest.self,
            DistanceRequest.self,
            NPVRequest.self,
            RankRequest.self,
            SimulateRequest.self,
            StabilityRequest.self,
            WeightsRequest.self,
        ]
    }

    /// In alphabetical order.
    public static var names: [String] { handlers.map { $0.name }.sorted() }

    /// - Throws: `Faults`: of the request, or with the nearest name where there is no such engine.
    public static func respond(to name: String, request: Tree) throws -> Tree {
        try handler(named: name).respond(request)
    }

    /// Refuses a name that there is not, before a request is read.
    public static func check(_ name: String) throws { _ = try handler(named: name) }

    private static func handler(named name: String) throws -> any ComputeHandler.Type {
        guard let handler = handlers.first(where: { $0.name == name }) else {
            let nearest = NearestName.of(name, in: names).map { "Did you mean \($0)? " } ?? ""
            throw Faults(
                Fault(
                    path: "", "There is no computation \"\(name)\".",
                    remedy: "\(nearest)Known: \(names.joined(separator: ", "))."))
        }
        return handler
    }
}
