import Atlas
import Notation

/// An option as far as it could be read, with what the checks across the case need.
struct OptionDraft {
    var option: SourcingOption
    var cursor: SectionCursor
    var ownership: Ownership?
    var country: String?
    var function: String?
    /// Nil where the case does not say.
    var baseline: Bool?
}

/// Reads one option and its groups.
struct OptionReader {
    let cursor: SectionCursor
    let name: String
    let functions: [String]
    let clientCurrency: String?

    func read() -> OptionDraft {
        cursor.checkRequired()
        let ownership = cursor.choice("ownership").flatMap(Ownership.init)
        let country = cursor.country("country")
        let zone = cursor.timeZone("timeZone")
        let function = readFunction()
        let baseline = cursor.flag("baseline")
        var option = SourcingOption(
            name: name, function: function ?? "", ownership: ownership ?? .partner, country: country?.code ?? "",
            timeZone: zone ?? country?.timeZone ?? "UTC", isBaseline: baseline ?? false)
        option.title = cursor.text("title")
        option.city = cursor.text("city")
        option.hours = cursor.hours("hours", HoursSyntax.problem(inWindow:), example: "13:30-22:30")
        option.partner = cursor.text("partner")
        option.share = cursor.quantity("share")
        option.start = cursor.yearMonth("start")
        option.price = cursor.group("price", FieldTable.price).flatMap {
            PriceReader(cursor: $0, currency: clientCurrency ?? "USD").read()
        }
        option.line = cursor.position?.line
        if let people = cursor.group("people", FieldTable.people) {
            option.people = PeopleReader(cursor: people, currency: clientCurrency ?? "USD").read()
        }
        readParts(&option)
        return OptionDraft(
            option: option, cursor: cursor, ownership: ownership, country: country?.code, function: function,
            baseline: baseline)
    }

    private func readFunction() -> String? {
        guard cursor.isPresent("function") else {
            if functions.count == 1 { return functions.first }
            if functions.count > 1 {
                cursor.book.add(
                    cursor.path, at: cursor.position,
                    "The key function is missing, and the case has \(functions.count) functions.",
                    "Write function: \(functions.listed()).")
            }
            return nil
        }
        guard let text = cursor.text("function") else { return nil }
        if functions.contains(text) { return text }
        let hint = NearestName.of(text, in: functions).map { "Did you mean \($0)?" }
        cursor.fault(
            "function", "There is no function named \(text.quoted).",
            hint ?? (functions.isEmpty ? nil : "Write \(functions.listed())."))
        return nil
    }

    private func readParts(_ option: inout SourcingOption) {
        if let group = cursor.group("learning", FieldTable.learning) {
            option.learning.startFactor = group.quantity("startFactor")
            option.learning.monthsToStandard = group.quantity("monthsToStandard")
        }
        if let group = cursor.group("facilities", FieldTable.facilities) {
            option.facilities.seat = group.quantity("seat")
            option.facilities.technology = group.quantity("technology")
            option.facilities.sitePerMonth = group.quantity("sitePerMonth")
            option.facilities.shiftsPerSeat = group.quantity("shiftsPerSeat")
            option.facilities.currency = group.currency("currency")
        }
        if let group = cursor.group("transition", FieldTable.transition) {
            option.transition.cost = group.quantity("cost")
            option.transition.months = group.quantity("months")
            option.transition.parallelWeeks = group.quantity("parallelWeeks")
            option.transition.overrun = group.quantity("overrun")
            option.transition.selectionShare = group.quantity("selectionShare")
            option.transition.setUp = group.quantity("setUp")
            option.transition.strandedShare = group.quantity("strandedShare")
            option.transition.strandedMonths = group.quantity("strandedMonths")
        }
        if let group = cursor.group("governance", FieldTable.governance) {
            option.governance.share = group.quantity("share")
            option.governance.minimumHeads = group.quantity("minimumHeads")
            option.governance.tripsPerYear = group.quantity("tripsPerYear")
            option.governance.tripCost = group.quantity("tripCost")
            option.governance.expatriates = group.quantity("expatriates")
        }
        if let group = cursor.group("quality", FieldTable.quality) {
            option.quality.errorRate = group.quantity("errorRate")
            option.quality.newTeamFactor = group.quantity("newTeamFactor")
        }
        if let group = cursor.group("exit", FieldTable.exit) {
            option.exit.earlyEndPerYear = group.quantity("earlyEndPerYear")
            option.exit.costFactor = group.quantity("costFactor")
            option.exit.noticeMonths = group.quantity("noticeMonths")
            option.exit.atEnd = group.quantity("atEnd")
        }
        option.coordination = readCoordination()
        option.risks = readRisks()
    }

    private func readCoordination() -> SourcingOption.Coordination {
        guard let tree = cursor.tree("coordination") else { return .init() }
        switch tree.content {
        case .bool(let isOn): return .init(isOn: isOn)
        case .text("on"): return .init(isOn: true)
        case .text("off"): return .init(isOn: false)
        case .map:
            guard let group = cursor.group("coordination", FieldTable.coordination) else { return .init() }
            group.checkRequired()
            return .init(isOn: true, overhead: group.quantity("overhead"))
        default:
            cursor.fault(
                "coordination", "Here on or off was expected, but there is \(tree.shown).",
                "Write on, off or { overhead: 8% }.")
            return .init()
        }
    }

    private func readRisks() -> [SourcingOption.Risk] {
        NamedGroups(cursor: cursor, key: "risks", section: FieldTable.risk, limit: FieldTable.maximumRisks).read().map {
            member in
            member.cursor.checkRequired()
            return SourcingOption.Risk(
                name: member.name, chance: member.cursor.quantity("chance") ?? Stated(.fixed(0)),
                cost: member.cursor.quantity("cost"), delayMonths: member.cursor.quantity("delayMonths"),
                month: member.cursor.whole("month"))
        }
    }
}
