import Atlas
import Notation

/// Checks what no key can tell alone: whether the parts of a case fit together.
struct CaseChecker {
    let root: SectionCursor
    let client: Client?
    let horizon: Horizon?
    let functions: [String]
    let options: [OptionDraft]

    func check() {
        for draft in options {
            checkPlace(draft)
            checkPrice(draft)
            checkDates(draft)
        }
        for function in functions { checkOptions(of: function) }
    }

    private func checkPlace(_ draft: OptionDraft) {
        guard let client, let country = draft.country, let ownership = draft.ownership else { return }
        if ownership == .inHouse, country != client.country {
            draft.cursor.fault(
                "ownership",
                "The work is in-house, but \(name(country)) is not the client's country, \(name(client.country)).",
                "Write captive for the company's own unit in another country.")
        }
        if ownership == .captive, country == client.country {
            draft.cursor.fault(
                "ownership",
                "A captive is the company's own unit in another country, but \(name(country)) is the client's own.",
                "Write in-house, or another country.")
        }
    }

    private func name(_ code: String) -> String { Atlas.shared.country(code)?.name ?? code }

    private func checkPrice(_ draft: OptionDraft) {
        guard let ownership = draft.ownership else { return }
        let cursor = draft.cursor
        if ownership == .partner {
            if !cursor.isPresent("price") {
                cursor.book.add(
                    cursor.path, at: cursor.position, "A partner performs the work, but there is no price.",
                    "Write what it charges, for example price: { perTransaction: 0.62 }.")
            }
            return
        }
        for key in ["price", "partner"] where cursor.isPresent(key) {
            cursor.book.add(
                cursor.path(key), at: cursor.keyPosition(key),
                key == "price"
                    ? "The option is \(ownership.rawValue): own staff has wages, not a price."
                    : "The option is \(ownership.rawValue), so no partner performs the work.",
                "Remove the key, or write ownership: partner.")
        }
    }

    private func checkDates(_ draft: OptionDraft) {
        guard let horizon else { return }
        let last = horizon.start.advanced(by: horizon.months - 1)
        if let start = draft.option.start {
            if start < horizon.start {
                draft.cursor.fault(
                    "start", "\(start) is before the horizon's start, \(horizon.start).",
                    "Write a month within the horizon.")
            } else if start > last {
                draft.cursor.fault(
                    "start", "\(start) is after the horizon's last month, \(last).", "Write a month within the horizon."
                )
            }
        }
        for risk in draft.option.risks {
            guard let month = risk.month, month > horizon.months else { continue }
            let place = draft.cursor.tree("risks")?[risk.name]?["month"]?.position
            draft.cursor.book.add(
                draft.cursor.path("risks").appending(key: risk.name).appending(key: "month"), at: place,
                "Month \(month) is beyond the horizon of \(horizon.months) months.",
                "Count months from 1, the horizon's first.")
        }
    }

    private func checkOptions(of function: String) {
        let place = root.tree("functions")?.entries?.first { $0.key == function }?.keyPosition
        let own = options.filter { $0.function == function }
        let path = "functions".appending(key: function)
        guard !own.isEmpty else {
            // Options that could not be placed are faults already.
            if options.allSatisfy({ $0.function != nil }), root.tree("options")?.entries?.isEmpty == false {
                root.book.add(
                    path, at: place, "No option performs this function.", "Add one with function: \(function).")
            }
            return
        }
        let marked = own.filter { $0.baseline == true }
        if marked.count > 1 {
            let second = marked[1].cursor
            second.fault(
                "baseline",
                "\(marked.map(\.option.name).listed("and")) are \(marked.count > 2 ? "all" : "both") marked as the baseline of \(function).",
                "Mark only the option that is in force today.")
        } else if marked.isEmpty, presumedBaseline(own) == nil,
            options.allSatisfy({ $0.function != nil && $0.ownership != nil })
        {
            root.book.add(
                path, at: place, "No option of this function is marked as the baseline.",
                "Write baseline: true at the one in force today: \(own.map(\.option.name).listed()).")
        }
    }

    /// The only in-house option, where none is marked.
    private func presumedBaseline(_ own: [OptionDraft]) -> OptionDraft? {
        let candidates = own.filter { $0.ownership == .inHouse && $0.baseline == nil }
        return candidates.count == 1 && own.filter { $0.ownership == .inHouse }.count == 1 ? candidates.first : nil
    }

    /// Options, with the baseline marked that goes without saying.
    func markedOptions() -> [SourcingOption] {
        var marked = options.map(\.option)
        for function in functions {
            let own = options.filter { $0.function == function }
            guard !own.contains(where: { $0.baseline == true }), let presumed = presumedBaseline(own) else { continue }
            if let index = marked.firstIndex(where: { $0.name == presumed.option.name }) {
                marked[index].isBaseline = true
            }
        }
        return marked
    }
}
