import Selection
import TrialKernels

/// Times our engine in the shape of the peers' benchmarks.
@main
enum SelectionBench {
    static func main() throws {
        let options = try BenchOptions(Array(CommandLine.arguments.dropFirst()))
        switch options.task {
        case "smaa": try SMAABench.run(options)
        case "mixture": try MixtureBench.run(options)
        case "topsis": try MethodBench.topsis(options)
        case "promethee": try MethodBench.promethee(options)
        default:
            throw BenchError(
                description: "There is no task \"\(options.task)\". Known: smaa, mixture, topsis, promethee.")
        }
    }
}

struct BenchError: Error, CustomStringConvertible { let description: String }

struct BenchOptions {
    var task = ""
    var runs = 7
    var warmup = 1
    var samples = 1_000_000
    var threads = 1
    var n = 10_000
    var everything = false

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        task = rest.popFirst() ?? "smaa"
        while let name = rest.popFirst() {
            if name == "--everything" {
                everything = true
                continue
            }
            guard let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else {
                throw BenchError(description: "\(name) needs a whole number.")
            }
            switch name {
            case "--runs": runs = max(1, value)
            case "--warmup": warmup = value
            case "--samples": samples = value
            case "--threads": threads = value
            case "--n": n = value
            default: throw BenchError(description: "There is no option \(name).")
            }
        }
    }
}
