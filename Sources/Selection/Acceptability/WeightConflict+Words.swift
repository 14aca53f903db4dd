public import Notation

extension WeightConflict.Source {
    /// "weight 2 is at least 0.4"; the title of a constraint that has one, else its formula.
    ///
    /// - Parameter names: of the criteria; numbers from 0 where there are none.
    public func words(names: [String] = []) -> String {
        func name(_ criterion: Int) -> String {
            names.indices.contains(criterion) ? "the weight of \(names[criterion])" : "weight \(criterion)"
        }
        switch self {
        case .lowerEnd(let criterion, let value): return "\(name(criterion)) is at least \(value.words)"
        case .upperEnd(let criterion, let value): return "\(name(criterion)) is at most \(value.words)"
        case .constraint(let index, let constraint):
            if let title = constraint.title { return "\"\(title)\"" }
            var sum = ""
            for (k, coefficient) in constraint.coefficients.enumerated() where coefficient != 0 {
                let size = abs(coefficient)
                sum += sum.isEmpty ? (coefficient < 0 ? "-" : "") : (coefficient < 0 ? " - " : " + ")
                sum += (size == 1 ? "" : "\(size.words) ") + "w[\(k)]"
            }
            return "constraint \(index) (\(sum.isEmpty ? "0" : sum) <= \(constraint.bound.words))"
        }
    }

    var path: String {
        switch self {
        case .lowerEnd(let criterion, _), .upperEnd(let criterion, _): "weightKnowledge.intervals[\(criterion)]"
        case .constraint(let index, _): "weightKnowledge.constraints[\(index)]"
        }
    }
}

extension WeightConflict {
    /// The conflict in words, at the place of its first member, with the least change that mends everything.
    ///
    /// - Parameters:
    ///   - names: of the criteria; numbers from 0 where there are none.
    ///   - path: where to point, if not at the first member.
    public func faults(names: [String] = [], path: String? = nil) -> Faults {
        Faults(
            Fault(path: path ?? members.first?.source.path ?? "weightKnowledge", problem(names), remedy: remedy(names)))
    }

    private func problem(_ names: [String]) -> String {
        let parts = members.map { $0.source.words(names: names) }
        var lows: [Double] = []
        var highs: [Double] = []
        for member in members {
            switch member.source {
            case .lowerEnd(_, let value): lows.append(value)
            case .upperEnd(_, let value): highs.append(value)
            case .constraint: break
            }
        }
        if lows.count == members.count, lows.count > 1 {
            return "No weights fit: \(parts.listed("and")), which sums to \(lows.reduce(0, +).words), above 1."
        }
        if highs.count == members.count {
            return "No weights fit: \(parts.listed("and")), which sums to \(highs.reduce(0, +).words), below 1."
        }
        if parts.count == 1 { return "No weights fit: \(parts[0]) cannot be met by weights that sum to 1." }
        return "No weights fit: \(parts.listed("and")) cannot be met together."
    }

    private func remedy(_ names: [String]) -> String {
        let changes = mending.map { member in
            // Rounded up, but not for the solver's last digits.
            let amount = ((((member.loosening ?? 0) - 1e-9) * 1e6).rounded(.up) / 1e6).words
            switch member.source {
            case .lowerEnd(let criterion, _): return "lower the low end of \(Self.name(criterion, names)) by \(amount)"
            case .upperEnd(let criterion, _): return "raise the high end of \(Self.name(criterion, names)) by \(amount)"
            case .constraint: return "raise the bound of \(member.source.words(names: names)) by \(amount)"
            }
        }
        let text = changes.listed("and")
        return "The smallest change that mends it: \(text)."
    }

    private static func name(_ criterion: Int, _ names: [String]) -> String {
        names.indices.contains(criterion) ? "the weight of \(names[criterion])" : "weight \(criterion)"
    }
}
