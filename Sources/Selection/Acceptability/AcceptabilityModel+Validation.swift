import Notation

extension AcceptabilityModel {
    func validate() throws(Faults) {
        var faults: [Fault] = []
        if cells.isEmpty || cells[0].isEmpty {
            throw Faults(
                Fault(
                    path: "values", cells.isEmpty ? "There is no partner." : "There is no criterion.",
                    remedy: "Give at least one row of at least one value."))
        }
        let criteria = cells[0].count
        for (partner, row) in cells.enumerated() where row.count != criteria {
            faults.append(
                Fault(
                    path: "values[\(partner)]",
                    "Partner \(partner) has \(row.count) values and partner 0 has \(criteria).",
                    remedy: "Give each partner one value for each criterion."))
        }
        if !faults.isEmpty { throw Faults(faults) }
        if vetoes.count != criteria {
            faults.append(
                Fault(
                    path: "vetoes", "There are \(vetoes.count) vetoes for \(criteria) criteria.",
                    remedy: "Give one for each criterion, or none at all."))
        }
        for (criterion, veto) in vetoes.enumerated() {
            if let veto, !(0...1).contains(veto) {
                faults.append(Self.outside(veto, path: "vetoes[\(criterion)]"))
            }
        }
        var evaluators: Int?
        var futures: Int?
        for (partner, row) in cells.enumerated() {
            for (criterion, cell) in row.enumerated() {
                let path = "values[\(partner)][\(criterion)]"
                Self.check(cell, path: path, into: &faults)
                if case .views(let views) = cell {
                    Self.same(views.count, &evaluators, "evaluators", path: path, into: &faults)
                }
                if case .futures(let values) = cell {
                    Self.same(values.count, &futures, "futures", path: path, into: &faults)
                }
            }
        }
        weights.check(criteria: criteria, into: &faults)
        if !faults.isEmpty { throw Faults(faults) }
    }

    private static func same(
        _ count: Int, _ expected: inout Int?, _ what: String, path: String, into faults: inout [Fault]
    ) {
        if let expected, count != expected {
            faults.append(
                Fault(
                    path: path, "This cell has \(count) \(what) and an earlier one has \(expected).",
                    remedy: "Give every such cell the same \(what), in the same order."))
        } else {
            expected = count
        }
    }

    private static func outside(_ value: Double, path: String) -> Fault {
        Fault(path: path, "The value \(value.words) is outside 0 to 1.", remedy: "Give a value from 0 to 1.")
    }

    private static func check(_ cell: ValueCell, path: String, into faults: inout [Fault]) {
        func check(_ value: Double) {
            if !(0...1).contains(value) { faults.append(outside(value, path: path)) }
        }
        func check(list: [Double], _ what: String) {
            if list.isEmpty {
                faults.append(Fault(path: path, "The list of \(what) is empty.", remedy: "Give at least one value."))
            }
            list.forEach(check)
        }
        switch cell {
        case .known(let value): check(value)
        case .range(let low, let high):
            check(low)
            check(high)
            if low > high {
                faults.append(
                    Fault(
                        path: path, "The low end \(low.words) is above the high end \(high.words).",
                        remedy: "Exchange them."))
            }
        case .unknown: break
        case .levels(let values): check(list: values, "levels")
        case .futures(let values): check(list: values, "futures")
        case .views(let views):
            if views.isEmpty {
                faults.append(
                    Fault(path: path, "There is no evaluator.", remedy: "Give one view for each evaluator, or none."))
            }
            for case let view? in views {
                switch view {
                case .views, .futures:
                    faults.append(
                        Fault(
                            path: path, "An evaluator's view is itself a list of views or futures.",
                            remedy: "Give a value, a range, levels or nothing."))
                default: Self.check(view, path: path, into: &faults)
                }
            }
        }
    }
}

extension Double {
    /// As people write it, 0.3 rather than 0.30000000000000004; also for what is not finite.
    var words: String {
        guard isFinite else { return isNaN ? "not a number" : self > 0 ? "infinity" : "minus infinity" }
        let rounded = (self * 1e9).rounded() / 1e9
        return JSONWriter.number(rounded.isFinite && abs(rounded - self) <= 1e-12 * max(1, abs(self)) ? rounded : self)
    }
}
