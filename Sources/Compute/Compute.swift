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
            DistanceRequest.self,
            NPVRequest.self,
        ]
    }

    /// In alphabetical order.
    public static var names: [String] { handlers.map { $0.name }.sorted() }

    /// - Throws: `Faults`: of the request, or with the nearest name where there is no such engine.
    public static func respond(to name: String, request: Tree) throws -> Tree {
        guard let handler = handlers.first(where: { $0.name == name }) else {
            let nearest = NearestName.of(name, in: names).map { "Did you mean \($0)? " } ?? ""
            throw Faults(
                Fault(
                    path: "", "There is no computation \"\(name)\".",
                    remedy: "\(nearest)Known: \(names.joined(separator: ", "))."))
        }
        return try handler.respond(request)
    }
}
