import Notation

/// Reads the value tree: criteria with their scales, alone or in groups.
final class CriteriaReader {
    let cursor: SectionCursor
    /// Every name that the case gives a criterion, readable or not: what hangs on a broken one is no fault of its own.
    private(set) var declared: Set<String> = []
    /// Whether a weight is there that could not be read.
    private(set) var hasBrokenWeight = false

    init(cursor: SectionCursor) { self.cursor = cursor }

    func read() -> [Evaluation.CriterionGroup] {
        var tree: [Evaluation.CriterionGroup] = []
        func isNew(_ name: String, _ cursor: SectionCursor) -> Bool {
            if cursor.isPresent("weight"), cursor.swing("weight", quietly: true) == nil { hasBrokenWeight = true }
            if declared.insert(name).inserted { return true }
            cursor.book.add(
                cursor.path, at: cursor.position, "Another criterion is named \(name.quoted).",
                "Give each its own name, in groups too.")
            return false
        }
        for member in groups(cursor, FieldTable.criterion) {
            guard isNew(member.name, member.cursor) else { continue }
            guard member.cursor.isPresent("criteria") else {
                if let criterion = criterion(member.name, member.cursor) {
                    tree.append(
                        .init(
                            name: member.name, title: criterion.title, weight: criterion.weight,
                            criteria: [criterion], isGroup: false))
                }
                continue
            }
            for field in FieldTable.criterion.fields
            where !["title", "about", "weight", "criteria"].contains(field.key) {
                if member.cursor.isPresent(field.key) {
                    member.cursor.book.add(
                        member.cursor.path(field.key), at: member.cursor.keyPosition(field.key),
                        "A group of criteria has no \(field.key) of its own.", "Write it at one of its criteria.")
                }
            }
            let inner = groups(member.cursor, FieldTable.criterion).compactMap { leaf in
                isNew(leaf.name, leaf.cursor) ? criterion(leaf.name, leaf.cursor) : nil
            }
            if inner.isEmpty, member.cursor.tree("criteria")?.entries?.isEmpty == true {
                member.cursor.fault(
                    "criteria", "The group has no criteria.", "Write at least one, or remove the group.")
            }
            tree.append(
                .init(
                    name: member.name, title: member.cursor.text("title"), weight: member.cursor.swing("weight"),
                    criteria: inner, isGroup: true))
        }
        let count = tree.flatMap(\.criteria).count
        if count > FieldTable.maximumCriteria {
            cursor.fault(
                "criteria", "There are \(count) criteria; at most \(FieldTable.maximumCriteria) are allowed.",
                "Few criteria that separate the partners tell more than many.")
        }
        return tree
    }

    private func groups(_ cursor: SectionCursor, _ section: Section) -> [(name: String, cursor: SectionCursor)] {
        guard case .named(let inner, let limit) = cursor.section.field("criteria")?.kind else { return [] }
        return NamedGroups(cursor: cursor, key: "criteria", section: inner, limit: limit).read()
    }

    private func criterion(_ name: String, _ cursor: SectionCursor) -> Evaluation.Criterion? {
        var libraryName = name
        if let from = cursor.text("from") {
            guard CriteriaLibrary.criterion(named: from) != nil else {
                let known = CriteriaLibrary.all.map(\.name)
                cursor.fault(
                    "from", "The library has no criterion named \(from.quoted).",
                    NearestName.of(from, in: known).map { "Did you mean \($0)?" } ?? "It has \(known.listed("and")).")
                return nil
            }
            libraryName = from
        }
        let base = CriteriaLibrary.criterion(named: libraryName)
        let kind =
            cursor.choice("kind").flatMap(Evaluation.Kind.init)
            ?? (cursor.isPresent("levels") ? .score : cursor.isPresent("unit") ? .fact : nil)
            ?? base?.kind ?? (name == "price" ? .price : nil)
        guard let kind else {
            cursor.book.add(
                cursor.path, at: cursor.position, "It is not said how \(name.quoted) is measured.",
                NearestName.of(name, in: CriteriaLibrary.all.map(\.name)).map {
                    "Did you mean \($0), whose scale the library has?"
                }
                    ?? "Write levels (in words, the worst first), or unit and scale, or kind: price, or take a scale with from."
            )
            return nil
        }
        guard let scale = ScaleReader(cursor: cursor, kind: kind, base: base).read() else { return nil }
        var criterion = Evaluation.Criterion(
            name: name, title: cursor.text("title") ?? base?.title ?? (kind == .price ? "Price" : name),
            about: cursor.text("about") ?? base?.about, kind: kind, scale: scale)
        criterion.library = base?.scale == scale ? base?.name : nil
        criterion.weight = cursor.swing("weight")
        criterion.veto = cursor.tree("veto").flatMap {
            FigureReader(unit: criterion.unit ?? "", book: cursor.book).number($0, path: cursor.path("veto"))
        }
        criterion.indifference = cursor.number("indifference")
        criterion.preference = cursor.number("preference")
        criterion.line = cursor.position?.line
        checkThresholds(criterion, cursor)
        return criterion
    }

    private func checkThresholds(_ criterion: Evaluation.Criterion, _ cursor: SectionCursor) {
        if let q = criterion.indifference, let p = criterion.preference, q > p {
            cursor.fault("indifference", "indifference \(plain(q)) is more than preference \(plain(p)).", "Swap them.")
        }
        guard let veto = criterion.veto else { return }
        if case .levels(let levels) = criterion.scale, !(1...Double(levels.count)).contains(veto) {
            cursor.fault("veto", "The scale has no level \(plain(veto)).", "Write a level from 1 to \(levels.count).")
        }
    }
}
