import Notation

/// Reads the selection section: criteria, gates, evaluators, weights and partners.
struct EvaluationReader {
    let cursor: SectionCursor
    let root: SectionCursor
    let client: Client?
    let horizon: Horizon?
    let functions: [String]
    let options: [OptionDraft]

    func read() -> Evaluation? {
        cursor.checkRequired()
        let function = readFunction()
        let criteria = CriteriaReader(cursor: cursor)
        let tree = criteria.read()
        let names = tree.flatMap(\.criteria).map(\.name)
        let gates = NamedGroups(
            cursor: cursor, key: "gates", section: FieldTable.gate, limit: FieldTable.maximumGates
        ).read().map { Evaluation.Gate(name: $0.name, title: $0.cursor.text("title"), about: $0.cursor.text("about")) }
        let evaluators = NamedGroups(
            cursor: cursor, key: "evaluators", section: FieldTable.evaluator, limit: FieldTable.maximumEvaluators
        ).read().map {
            Evaluation.Evaluator(name: $0.name, title: $0.cursor.text("title"), role: $0.cursor.text("role"))
        }
        let weights =
            cursor.group("weights", FieldTable.weights).map {
                WeightsReader(cursor: $0, criteria: names, declared: criteria.declared).read()
            }
            ?? Evaluation.WeightStatement()
        if case .points = weights.method {
            if !criteria.hasBrokenWeight { checkPoints(tree) }
        } else {
            checkNoPoints(tree, weights.method)
        }
        // Without criteria everything that partners say would be a fault of its own.
        let partners =
            !cursor.isPresent("criteria")
            ? []
            : readPartners(
                tree: tree, declared: criteria.declared, gates: gates, evaluators: evaluators,
                function: function)
        guard let function, !tree.isEmpty else { return nil }
        return Evaluation(
            title: cursor.text("title"), function: function, opening: readOpening(), tree: tree, gates: gates,
            evaluators: evaluators, mixing: cursor.choice("mixing").flatMap(Evaluation.Mixing.init) ?? .person,
            weights: weights, partners: partners)
    }

    private func readFunction() -> String? {
        guard cursor.isPresent("function") else {
            if functions.count > 1 {
                cursor.book.add(
                    cursor.path, at: cursor.position,
                    "The key function is missing, and the case has \(functions.count) functions.",
                    "Write function: \(functions.listed()).")
            }
            return functions.count == 1 ? functions.first : nil
        }
        guard let text = cursor.text("function") else { return nil }
        if functions.contains(text) { return text }
        let hint = NearestName.of(text, in: functions).map { "Did you mean \($0)?" }
        cursor.fault("function", "There is no function named \(text.quoted).", hint)
        return nil
    }

    private func readOpening() -> String? {
        guard let text = cursor.text("opening") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        if text.utf8.count == 10, parts.count == 3, parts.allSatisfy({ $0 >= 0 }), (1900...2200).contains(parts[0]) {
            let day = CivilDay(year: parts[0], month: parts[1], day: parts[2])
            if day.description == text { return text }
        }
        cursor.fault("opening", "\(text.quoted) is not a day.", "Write year, month and day, for example 2026-11-16.")
        return nil
    }

    /// Points at some criteria only would leave the others without a say, silently.
    private func checkPoints(_ tree: [Evaluation.CriterionGroup]) {
        check(tree.map { ($0.name, $0.weight) }, within: "the criteria")
        for group in tree where group.isGroup {
            check(group.criteria.map { ($0.name, $0.weight) }, within: "the group \(group.name)")
        }
    }

    /// Two answers to one question: neither may be passed over silently.
    private func checkNoPoints(_ tree: [Evaluation.CriterionGroup], _ method: Evaluation.WeightStatement.Method) {
        let weighted =
            tree.filter { $0.weight != nil }.map(\.name)
            + tree.filter(\.isGroup).flatMap(\.criteria).filter { $0.weight != nil }.map(\.name)
        guard let first = weighted.first else { return }
        cursor.book.add(
            cursor.path("weights"), at: cursor.keyPosition("weights"),
            "Weights are given here and as points at \(weighted.count == 1 ? first : "\(first) and \(weighted.count - 1) more").",
            "Keep one: remove weights, or the weight of every criterion.")
    }

    private func check(_ members: [(name: String, weight: Evaluation.SwingRange?)], within place: String) {
        let silent = members.filter { $0.weight == nil }
        if silent.count < members.count, let first = silent.first {
            cursor.book.add(
                cursor.path("criteria"), at: cursor.keyPosition("criteria"),
                "Some of \(place) have a weight, but \(silent.map(\.name).listed("and")) \(silent.count == 1 ? "has" : "have") none.",
                "Write weight at \(first.name), or remove all of them: then every weighting counts.")
        } else if silent.isEmpty, !members.isEmpty, members.allSatisfy({ $0.weight?.high == 0 }) {
            cursor.book.add(
                cursor.path("criteria"), at: cursor.keyPosition("criteria"), "All weights of \(place) are 0.",
                "The largest step from worst to best gets 100 points.")
        }
    }

    private func readPartners(
        tree: [Evaluation.CriterionGroup], declared: Set<String>, gates: [Evaluation.Gate],
        evaluators: [Evaluation.Evaluator], function: String?
    ) -> [Evaluation.Bidder] {
        NamedGroups(cursor: cursor, key: "partners", section: FieldTable.partner, limit: FieldTable.maximumPartners)
            .read().map { member in
                var partner = PartnerReader(
                    cursor: member.cursor, name: member.name, criteria: tree.flatMap(\.criteria), declared: declared,
                    gates: gates,
                    evaluators: evaluators
                ).read()
                readPrice(of: &partner, member.cursor, function: function, tree: tree)
                return partner
            }
    }

    private func readPrice(
        of partner: inout Evaluation.Bidder, _ cursor: SectionCursor, function: String?,
        tree: [Evaluation.CriterionGroup]
    ) {
        let own = options.filter { $0.function == function && $0.ownership == .partner }.map(\.option.name)
        if cursor.isPresent("option"), cursor.isPresent("bid") {
            cursor.book.add(
                cursor.path("bid"), at: cursor.keyPosition("bid"), "The partner has both option and bid.", "Keep one.")
            return
        }
        if let name = cursor.text("option") {
            partner.option = option(name, key: "option", cursor, among: own)
            if partner.title == nil, let own = options.first(where: { $0.option.name == name })?.option {
                partner.title = own.title ?? own.partner
            }
        } else if let group = cursor.group("bid", FieldTable.bid) {
            group.checkRequired()
            if options.contains(where: { $0.option.name == partner.name }) {
                cursor.book.add(
                    cursor.path("bid"), at: cursor.keyPosition("bid"),
                    "The case has an option named \(partner.name) already.",
                    "Write option: \(partner.name), or give the partner another name.")
                return
            }
            guard let like = group.text("like"), option(like, key: "like", group, among: own) != nil,
                let draft = options.first(where: { $0.option.name == like })
            else { return }
            partner.bid = bid(group, like: draft, partner: partner)
            partner.option = partner.name
        } else if tree.contains(where: { $0.criteria.contains { $0.kind == .price } }) {
            cursor.book.add(
                cursor.path, at: cursor.position, "Price is a criterion, but this partner has neither option nor bid.",
                "Write option with one of the case's options\(own.isEmpty ? "" : " (\(own.listed()))"), or bid: { like: …, price: … }."
            )
        }
    }

    private func option(_ name: String, key: String, _ cursor: SectionCursor, among own: [String]) -> String? {
        if own.contains(name) { return name }
        if options.contains(where: { $0.option.name == name }) {
            cursor.fault(
                key, "The option \(name.quoted) is not one in which a partner performs this function.",
                own.isEmpty ? nil : "Write \(own.listed()).")
        } else {
            let hint = NearestName.of(name, in: own).map { "Did you mean \($0)?" }
            cursor.fault(
                key, "There is no option named \(name.quoted).",
                hint ?? (own.isEmpty ? nil : "Write \(own.listed())."))
        }
        return nil
    }

    /// The other option's keys, with the bid's own in their place.
    private func bid(_ group: SectionCursor, like draft: OptionDraft, partner: Evaluation.Bidder) -> SourcingOption? {
        guard let base = root.tree("options")?[draft.option.name]?.entries else { return nil }
        let own = group.written.filter { $0.key != "like" && !$0.value.isNull }
        let replaced = Set(own.map(\.key)).union(["baseline", "title", "partner"])
        let entries = base.filter { !replaced.contains($0.key) } + own
        // What is wrong with the other option is told there, once.
        let scratch = FaultBook()
        let merged = SectionCursor(
            entries: entries, at: group.position, FieldTable.option, path: group.path, book: scratch)
        var reading = OptionReader(
            cursor: merged, name: partner.name, functions: functions, clientCurrency: client?.currency
        ).read()
        reading.baseline = false
        CaseChecker(root: root, client: client, horizon: horizon, functions: [], options: [reading]).check()
        let places = Set(cursor.book.faults.map(\.position))
        for fault in scratch.faults where !places.contains(fault.position) {
            cursor.book.add(fault.path, at: fault.position, fault.problem, fault.remedy)
        }
        var option = reading.option
        option.partner = partner.shownName
        if option.title == nil { option.title = partner.shownName }
        return option
    }
}
