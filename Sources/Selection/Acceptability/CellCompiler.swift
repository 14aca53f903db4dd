import SelectionKernels
import TrialKernels

/// Flattens cells for the kernels. What can only be one number becomes one, so that it ties exactly.
enum CellCompiler {
    static func program(of model: AcceptabilityModel) -> ValueProgram {
        let criteria = model.vetoes.count
        var known: [Double] = []
        var drawn: [ValueProgram.Cell] = []
        var starts = [0]
        var tables = Tables()
        var occurrences: [UInt64: UInt64] = [:]
        var names: [UInt64] = []
        for row in model.cells {
            for (criterion, cell) in row.enumerated() {
                let compiled = tables.cell(cell, criterion: criterion)
                known.append(compiled.kind == .number ? compiled.low : 0)
                if compiled.kind != .number { drawn.append(compiled) }
            }
            starts.append(drawn.count)
            // Named by content; duplicates are told apart by their turn, so they are drawn independently.
            let name = ContentName.of(row)
            let turn = occurrences[name, default: 0]
            occurrences[name] = turn + 1
            names.append(name &+ turn &* 0x9e37_79b9_7f4a_7c15)
        }
        return ValueProgram(
            partners: model.cells.count, criteria: criteria, known: known, drawn: drawn, starts: starts,
            elements: tables.elements, numbers: tables.numbers, evaluators: tables.evaluators,
            futures: tables.futures, mixesByCriterion: model.mixing == .perCriterion, names: names,
            vetoes: model.vetoes.map { $0 ?? -.infinity })
    }

    private struct Tables {
        var elements: [ValueProgram.Cell] = []
        var numbers: [Double] = []
        var evaluators = 0
        var futures = 0

        mutating func cell(_ cell: ValueCell, criterion: Int) -> ValueProgram.Cell {
            switch cell {
            case .known(let value): return .init(.number, criterion: criterion, low: value)
            case .range(let low, let high):
                return .init(low == high ? .number : .range, criterion: criterion, low: low, width: high - low)
            case .unknown: return .init(.range, criterion: criterion, low: 0, width: 1)
            case .levels(let values):
                if let only = single(values) { return .init(.number, criterion: criterion, low: only) }
                defer { numbers += values }
                // A width above 0 says that a uniform number is needed.
                return .init(.levels, criterion: criterion, width: 1, first: numbers.count, count: values.count)
            case .futures(let values):
                futures = values.count
                if let only = single(values) { return .init(.number, criterion: criterion, low: only) }
                defer { numbers += values }
                return .init(.futures, criterion: criterion, first: numbers.count, count: values.count)
            case .views(let views): return self.views(views, criterion: criterion)
            }
        }

        private mutating func views(_ views: [ValueCell?], criterion: Int) -> ValueProgram.Cell {
            evaluators = max(evaluators, views.count)
            let present = views.compactMap(\.self)
            if present.isEmpty { return cell(.unknown, criterion: criterion) }
            let parts = views.map { view in
                view.map { cell($0, criterion: criterion) } ?? .init(.missing, criterion: criterion)
            }
            let given = parts.filter { $0.kind != .missing }
            if given.allSatisfy({ $0.kind == .number }) {
                if let only = single(given.map(\.low)) { return .init(.number, criterion: criterion, low: only) }
                defer { numbers += parts.map { $0.kind == .missing ? -1 : $0.low } + given.map(\.low) }
                return .init(
                    .opinions, criterion: criterion, first: numbers.count, count: views.count, present: given.count)
            }
            defer { elements += parts }
            return .init(
                .views, criterion: criterion, width: 1, first: elements.count, count: views.count, present: given.count)
        }

        private func single(_ values: [Double]) -> Double? {
            values.allSatisfy { $0 == values[0] } ? values[0] : nil
        }
    }
}

/// A stable name of what is known of a partner: FNV-1a over its cells. (Swift's own hashes differ from run to run.)
enum ContentName {
    static func of(_ row: [ValueCell]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for cell in row { add(cell, to: &hash) }
        return hash
    }

    private static func add(_ cell: ValueCell?, to hash: inout UInt64) {
        switch cell {
        case nil: mix(0, &hash)
        case .known(let value): mix([value], 1, &hash)
        case .range(let low, let high): mix([low, high], 2, &hash)
        case .unknown: mix(3, &hash)
        case .levels(let values): mix(values, 4, &hash)
        case .futures(let values): mix(values, 5, &hash)
        case .views(let views):
            mix(6 + UInt64(views.count) << 8, &hash)
            for view in views { add(view, to: &hash) }
        }
    }

    private static func mix(_ values: [Double], _ kind: UInt64, _ hash: inout UInt64) {
        mix(kind + UInt64(values.count) << 8, &hash)
        for value in values { mix((value + 0).bitPattern, &hash) }
    }

    private static func mix(_ word: UInt64, _ hash: inout UInt64) {
        for byte in 0..<8 {
            hash ^= (word >> (8 * UInt64(byte))) & 0xff
            hash = hash &* 0x100_0000_01b3
        }
    }
}
