/// Labour law and its cost: labour.csv.
extension Country {
    private var labour: Row? { tables.labour.value.row(of: code) }

    /// Statutory normal week, or the legal maximum average where there is no normal week (the note says so).
    public var weeklyHours: Fact<Double>? {
        guard let labour, let hours = labour.double("weekly_hours") else { return nil }
        let basis = labour.text("weekly_hours_basis")
        return Fact(
            hours, year: nil, source: labour.text("weekly_hours_source") ?? "not stated",
            wasRead: labour.read("weekly_hours_checked"), note: basis == "normal" ? nil : basis)
    }

    /// Working days of a five-day week in the first year of service.
    public var annualLeaveDays: Fact<Double>? {
        guard let labour, let days = labour.double("annual_leave_days") else { return nil }
        return Fact(
            days, year: labour.int("annual_leave_year"), source: labour.text("annual_leave_source") ?? "not stated",
            wasRead: labour.read("annual_leave_checked"),
            note: code == "GB" ? "includes the public holidays" : nil)
    }

    /// Days without substitute days.
    public var publicHolidays2027: Fact<Int>? {
        labour?.int("public_holidays_2027").map { Fact($0, year: 2027, source: Holiday.source) }
    }

    /// Days, substitute days among them, that do not fall on the weekend.
    public var publicHolidaysOnWorkingDays2027: Fact<Int>? {
        labour?.int("public_holidays_2027_on_working_days").map { Fact($0, year: 2027, source: Holiday.source) }
    }

    /// ISO weekday numbers: 1 Monday … 7 Sunday.
    public var weekend: [Int] { (labour?.list("weekend") ?? []).compactMap { Int($0) } }

    /// What the employer pays on top of gross pay by law, a fraction of gross pay. Ceilings are only in the note.
    public var employerContribution: Fact<Double>? {
        guard let labour, let percent = labour.double("employer_contribution_percent") else { return nil }
        return Fact(
            percent / 100, year: labour.int("employer_contribution_year"),
            source: labour.text("employer_contribution_source") ?? "not stated",
            wasRead: labour.read("employer_contribution_checked"), note: labour.text("employer_contribution_note"))
    }

    /// Share of non-wage costs in total labour cost.
    public var nonWageCostShare: Fact<Double>? {
        labour?.double("non_wage_cost_share_2024").map {
            Fact($0, year: 2024, source: "Eurostat, labour cost levels 2024 (re-use with attribution)")
        }
    }

    /// Pay on top of twelve months, in months. Nil: no duty known, or not looked up.
    public var extraPayMonths: Fact<Double>? {
        guard let labour, let months = labour.double("extra_pay_months") else { return nil }
        return Fact(
            months, year: nil, source: labour.text("extra_pay_law") ?? "not stated",
            wasRead: labour.read("extra_pay_checked"), note: labour.text("extra_pay_rule"))
    }

    /// An outline only.
    public var severanceRule: Fact<String>? {
        guard let labour, let rule = labour.text("severance_rule") else { return nil }
        // The table has no such column; its description says that Egypt's law was read and the others are cited.
        return Fact(rule, year: nil, source: labour.text("severance_source") ?? "not stated", wasRead: code == "EG")
    }
}
