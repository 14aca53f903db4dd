import Atlas
import Notation
import Sourcing

extension CasePlanner {
    /// The drivers with the case's correlations, and the published ones where the case says nothing of a pair.
    mutating func correlatedDrivers() throws -> DriverSet {
        let specs = book.drivers
        let drivers = specs.map { Driver(name: $0.name, quantity: $0.quantity, bounds: $0.bounds) }
        var stated: [Pair: Double] = [:]
        for pair in theCase.correlations {
            var indices: [Int] = []
            for name in [pair.first, pair.second] {
                if let index = driver(named: name, in: specs) {
                    indices.append(index)
                } else {
                    if isCertain(name) {
                        throw Faults(
                            Fault(
                                path: "correlations", at: pair.line.map { Position(line: $0, column: 1) },
                                "\(name) is one certain number, so nothing can go together with it.",
                                remedy: "Give it a range, or take this correlation out."))
                    }
                    let near = NearestName.of(name, in: specs.map(\.name))
                    throw Faults(
                        Fault(
                            path: "correlations", at: pair.line.map { Position(line: $0, column: 1) },
                            "There is no uncertain input called \(name).",
                            remedy: near.map { "Did you mean \($0)?" }
                                ?? "The assumption register of a decision lists the names."))
                }
            }
            stated[Pair(indices[0], indices[1])] = pair.value
        }
        let published = theCase.usesDefaults ? publishedCorrelations(specs) : [:]
        var scale = 1.0
        while true {
            var all = published.mapValues { $0 * scale }
            all.merge(stated) { _, own in own }
            let list = all.map { (first: $0.key.a, second: $0.key.b, value: $0.value) }
            do {
                let set = try DriverSet(drivers, correlations: list)
                if scale < 1 {
                    book.leaveOut(
                        "The published rank correlations were weakened to \(Int((scale * 100).rounded())) % so that all of them can hold together."
                    )
                }
                return set
            } catch {
                // The case's own may contradict each other: then weakening the others does not help.
                if scale < 0.05 { throw error }
                scale *= 0.85
            }
        }
    }

    /// An input by its name; where an option has none of its own, the one that it shares with its function or country.
    private func driver(named name: String, in specs: [AssumptionBook.DriverSpec]) -> Int? {
        if let index = specs.firstIndex(where: { $0.name == name }) { return index }
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let option = theCase.options.first(where: { $0.name == parts[1] }) else { return nil }
        let shared = [
            "\(parts[0]).\(option.function)", "\(parts[0]).\(option.country)",
            parts[0] == "wageGrowth" ? "payGrowth.\(option.country)" : "",
        ]
        return specs.firstIndex { shared.contains($0.name) }
    }

    private func isCertain(_ name: String) -> Bool {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let function = parts.count == 2 ? theCase.options.first { $0.name == parts[1] }?.function : nil
        let shared = function.map { "\(parts[0]).\($0)" }
        return book.assumptions.contains { $0.key == name || $0.key == shared }
    }

    struct Pair: Hashable {
        let a: Int
        let b: Int
        init(_ a: Int, _ b: Int) {
            self.a = min(a, b)
            self.b = max(a, b)
        }
    }

    private func publishedCorrelations(_ specs: [AssumptionBook.DriverSpec]) -> [Pair: Double] {
        var index: [String: Int] = [:]
        for (i, spec) in specs.enumerated() { index[spec.name] = i }
        var pairs: [Pair: Double] = [:]
        func link(_ first: String, _ second: String, _ key: String, sign: Double = 1) {
            guard let a = index[first], let b = index[second], a != b, let value = CostDefaults.shared[key]?.likely
            else {
                return
            }
            pairs[Pair(a, b)] = sign * value
        }
        let home = theCase.client.country
        for option in theCase.options {
            let name = option.name
            let host = option.country
            let function = option.function
            let hostPay = index["wageGrowth.\(name)"] != nil ? "wageGrowth.\(name)" : "payGrowth.\(host)"
            if host != home {
                let currency = Atlas.shared.country(host)?.currency ?? ""
                // The driver is the host currency's strength; higher pay goes with a weaker currency.
                link(hostPay, "fx.\(currency)", "corr.hostPay.hostCurrencyWeak", sign: -1)
                link(hostPay, "payGrowth.\(home)", "corr.hostPay.clientPay")
                link(hostPay, "indexation.\(name)", "corr.hostPay.indexation")
                link(hostPay, "attrition.\(name)", "corr.hostPay.attrition")
            }
            link("payGrowth.\(home)", "indexation.\(name)", "corr.clientPay.indexation")
            link("payGrowth.\(home)", "growth.\(function)", "corr.clientPay.growth")
            let errors = index["errorRate.\(name)"] != nil ? "errorRate.\(name)" : "errorRate.\(function)"
            let shrinkage = index["shrinkage.\(name)"] != nil ? "shrinkage.\(name)" : "shrinkage.\(function)"
            link("attrition.\(name)", errors, "corr.attrition.errors")
            link("attrition.\(name)", shrinkage, "corr.attrition.shrinkage")
            let ramp = index["rampMonths.\(name)"] != nil ? "rampMonths.\(name)" : "rampMonths.\(function)"
            link("startFactor.\(name)", ramp, "corr.startFactor.ramp")
            link(ramp, "transferMonths.\(name)", "corr.ramp.transitionTime")
            link("transferMonths.\(name)", "overrun.\(name)", "corr.transitionTime.transitionCost")
            link("overrun.\(name)", "earlyEnd.\(name)", "corr.transitionCost.earlyEnd")
            let overhead =
                index["coordination.\(name)"] != nil ? "coordination.\(name)" : "coordination.intensity.\(function)"
            link("governance.\(name)", overhead, "corr.governance.coordination")
            link(overhead, errors, "corr.coordination.errors")
        }
        return pairs
    }
}
