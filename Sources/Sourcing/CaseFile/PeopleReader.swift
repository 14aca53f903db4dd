import Notation

/// Reads what the staff of an option costs and does.
struct PeopleReader {
    let cursor: SectionCursor
    /// The client's, for a wage that names none.
    let currency: String

    func read() -> SourcingOption.People {
        var people = SourcingOption.People()
        people.wage = readWage()
        people.onCost = cursor.quantity("onCost")
        people.wageGrowth = cursor.quantity("wageGrowth")
        people.attrition = cursor.quantity("attrition")
        people.shrinkage = cursor.quantity("shrinkage")
        people.utilisation = cursor.quantity("utilisation")
        people.paidHours = cursor.quantity("paidHours")
        people.span = cursor.quantity("span")
        people.supervisorRatio = cursor.quantity("supervisorRatio")
        people.recruiting = cursor.quantity("recruiting")
        people.trainingWeeks = cursor.quantity("trainingWeeks")
        people.rampMonths = cursor.quantity("rampMonths")
        people.startProductivity = cursor.quantity("startProductivity")
        people.trainerHours = cursor.quantity("trainerHours")
        people.severanceMonths = cursor.quantity("severanceMonths")
        people.retentionMonths = cursor.quantity("retentionMonths")
        people.redeployed = cursor.quantity("redeployed")
        people.shiftPremium = cursor.quantity("shiftPremium")
        return people
    }

    /// The keys of an uncertain amount may stand directly beside `per`: `{p10: 18, p50: 22, p90: 27, per: hour}`.
    private func readWage() -> SourcingOption.Wage? {
        guard let tree = cursor.tree("wage") else { return nil }
        guard let entries = tree.entries else {
            cursor.fault(
                "wage", "Here a wage was expected, but there is \(tree.shown).",
                "Say for which time it pays, for example { amount: 22, per: hour }.")
            return nil
        }
        let amountKeys = QuantityReader.forms.flatMap { $0.keys + $0.optional } + ["source", "unit"]
        var beside = entries.filter { amountKeys.contains($0.key) }
        let path = cursor.path("wage")
        let group = SectionCursor(
            entries: entries.filter { !amountKeys.contains($0.key) }, at: tree.position, FieldTable.wage, path: path,
            book: cursor.book)
        group.checkRequired()
        let per = group.choice("per").flatMap(SourcingOption.Wage.Period.init)
        let currency = group.currency("currency") ?? currency
        var amount: Stated?
        if group.isPresent("amount") {
            if beside.contains(where: { $0.key != "source" }) {
                group.fault("amount", "The wage has an amount, and other numbers beside it.", "Keep one of the two.")
                return nil
            }
            amount = group.quantity("amount")
            if amount?.source == nil { amount?.source = beside.first?.value.string }
        } else if beside.contains(where: { $0.key != "source" && $0.key != "unit" }) {
            beside.removeAll { $0.value.isNull }
            amount = QuantityReader(measure: .positiveMoney, path: path, book: cursor.book)
                .read(Tree(.map(beside), at: tree.position))
        } else {
            cursor.book.add(
                path, at: tree.position, "The wage has no number.", "Write for example { amount: 22, per: hour }.")
        }
        guard let amount, let per else { return nil }
        return SourcingOption.Wage(amount: amount, per: per, currency: currency)
    }
}
