import Foundation
import Notation
import Testing

/// The rules that every data file keeps: codes, numbers, ranges, duplicate keys. They read the files themselves, so that
/// a wrong cell is named by its line.
@Suite struct DataRulesTests {
    /// A file of Sources/AtlasData/Data; the bytes live as long as the tests.
    struct File {
        let name: String
        let table: CSVTable

        static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/AtlasData/Data")

        init(_ name: String) throws {
            self.name = name
            let data = try Data(contentsOf: File.folder.appending(path: "\(name).csv"))
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 1)
            copy.copyBytes(from: data)
            table = CSVTable(UnsafeRawBufferPointer(copy))
        }

        func cell(_ row: Int, _ column: String) -> String {
            #expect(table.column(column) != nil, "\(name): no column \(column)")
            return table.text(row, column) ?? ""
        }

        func forEachRow(_ body: (Int) -> Void) { (0..<table.count).forEach(body) }

        func unique(_ columns: String...) {
            var seen: Set<[String]> = []
            forEachRow { row in
                #expect(seen.insert(columns.map { cell(row, $0) }).inserted, "\(name):\(row + 2): same key twice")
            }
        }

        func number(_ column: String, _ range: ClosedRange<Double>, needed: Bool = false, whole: Bool = false) {
            forEachRow { row in
                let text = cell(row, column)
                if text.isEmpty {
                    #expect(!needed, "\(name):\(row + 2): \(column) is empty")
                    return
                }
                guard let value = Double(text) else {
                    Issue.record("\(name):\(row + 2): \(column): not a number: \(text)")
                    return
                }
                #expect(range.contains(value), "\(name):\(row + 2): \(column): \(text) outside \(range)")
                #expect(!whole || value == value.rounded(), "\(name):\(row + 2): \(column): \(text) is not whole")
            }
        }

        func together(_ columns: String...) {
            forEachRow { row in
                let filled = columns.filter { !cell(row, $0).isEmpty }
                #expect(filled.isEmpty || filled == columns, "\(name):\(row + 2): only \(filled) of \(columns)")
            }
        }

        func oneOf(_ column: String, _ values: String...) {
            forEachRow { row in #expect(values.contains(cell(row, column)), "\(name):\(row + 2): \(column)") }
        }
    }

    static let names = [
        "countries", "defaults", "economy", "english", "governance", "hidden_costs", "holidays", "labour", "languages",
        "wages",
    ]
    /// A distribution may leave it out.
    static let hofstede =
        FileManager.default.fileExists(atPath: File.folder.appending(path: "hofstede.csv").path) ? ["hofstede"] : []

    @Test(arguments: names + hofstede) func rowsAreWhole(_ name: String) throws {
        let file = try File(name)
        #expect(Set(file.table.columns).count == file.table.columns.count)
        #expect(file.table.count > 0)
        #expect(file.table.cellCount == file.table.count * file.table.columns.count)
        file.forEachRow { row in
            for column in file.table.columns.indices {
                let cell = file.table.text(row, column) ?? ""
                #expect(cell.first != " " && cell.last != " ", "\(name):\(row + 2): blank at the edge")
            }
        }
    }

    @Test(arguments: ["economy", "english", "governance", "holidays", "labour", "languages", "wages"] + hofstede)
    func countriesAreKnown(_ name: String) throws {
        let countries = try File("countries")
        let known = Set((0..<countries.table.count).map { countries.cell($0, "country") })
        let file = try File(name)
        file.forEachRow { row in #expect(known.contains(file.cell(row, "country")), "\(name):\(row + 2)") }
        if !["holidays", "languages", "wages"].contains(name) { file.unique("country") }
    }

    @Test func countries() throws {
        let file = try File("countries")
        file.unique("country")
        file.unique("alpha3")
        file.unique("name")
        file.number("population", 1e5...2e9, whole: true)
        file.number("population_year", 2020...2027, whole: true)
        file.together("population", "population_year")
        file.oneOf("english_official", "true", "false")
        file.forEachRow { row in
            #expect(file.cell(row, "country").wholeMatch(of: /[A-Z]{2}/) != nil)
            #expect(file.cell(row, "alpha3").wholeMatch(of: /[A-Z]{3}/) != nil)
            #expect(file.cell(row, "currency").wholeMatch(of: /[A-Z]{3}/) != nil)
            let languages = file.cell(row, "languages").split(separator: " ")
            #expect(!languages.isEmpty && languages.allSatisfy { $0.wholeMatch(of: /[a-z]{2}/) != nil })
            #expect((file.cell(row, "english_official") == "true") == languages.contains("en"))
            for zone in [file.cell(row, "time_zone")]
                + file.cell(row, "other_time_zones").split(separator: " ").map(String.init)
            {
                #expect(TimeZone(identifier: zone) != nil, "countries:\(row + 2): \(zone)")
            }
        }
    }

    @Test func languagesAndCulture() throws {
        let languages = try File("languages")
        languages.unique("country", "language")
        languages.number("population_percent", 0...100, needed: true)
        languages.oneOf("official", "true", "false")
        for hofstede in try Self.hofstede.map(File.init) {
            for column in ["pdi", "idv", "mas", "uai", "lto", "ivr"] { hofstede.number(column, 0...120, whole: true) }
            hofstede.forEachRow { row in #expect(!hofstede.cell(row, "basis").isEmpty) }
        }
        let english = try File("english")
        english.number("ef_epi", 200...800, whole: true)
        english.together("ef_epi", "ef_epi_year")
        english.oneOf("native", "true", "false")
        english.forEachRow { row in
            #expect(english.cell(row, "native") == "false" || english.cell(row, "ef_epi").isEmpty)
        }
    }

    @Test func economyAndGovernance() throws {
        let governance = try File("governance")
        for column in [
            "rule_of_law", "political_stability", "regulatory_quality", "control_of_corruption",
            "government_effectiveness",
        ] {
            governance.number(column, -3.5...3.5, needed: true)
            governance.number(column + "_se", 0...1, needed: true)
        }
        governance.number("year", 2018...2027, needed: true, whole: true)
        let economy = try File("economy")
        economy.number("inflation", -5...150)
        economy.number("inflation_5y_average", -5...150)
        economy.together("inflation", "inflation_year")
        economy.number("gdp_per_capita_usd", 200...200_000)
        economy.together("gdp_per_capita_usd", "gdp_per_capita_year")
        economy.number("units_per_usd", 0.1...100_000)
        economy.together(
            "units_per_usd", "units_per_usd_year", "exchange_rate_source", "fx_log_volatility", "fx_observations")
        economy.number("fx_log_volatility", 0...1)
        economy.number("fx_log_volatility_monthly", 0...1)
        economy.number("fx_log_drift", -0.2...1)
        economy.number("fx_observations", 8...20, whole: true)
        economy.number("price_level", 0.05...2)
        let countries = try File("countries")
        let currency = Dictionary(
            uniqueKeysWithValues: (0..<countries.table.count).map {
                (countries.cell($0, "country"), countries.cell($0, "currency"))
            })
        economy.forEachRow { row in
            #expect(economy.cell(row, "currency") == currency[economy.cell(row, "country")])
            #expect(economy.cell(row, "currency") != "USD" || economy.cell(row, "units_per_usd") == "1")
        }
    }

    @Test func labour() throws {
        let file = try File("labour")
        file.number("weekly_hours", 35...52)
        file.together("weekly_hours", "weekly_hours_basis", "weekly_hours_source", "weekly_hours_checked")
        file.number("annual_leave_days", 0...30)
        file.together("annual_leave_days", "annual_leave_year", "annual_leave_source", "annual_leave_checked")
        file.number("public_holidays_2027", 2...35, whole: true)
        file.number("public_holidays_2027_on_working_days", 1...30, whole: true)
        file.number("employer_contribution_percent", 0...50)
        file.together(
            "employer_contribution_percent", "employer_contribution_year", "employer_contribution_source",
            "employer_contribution_checked")
        file.number("non_wage_cost_share_2024", 0...0.5)
        file.number("extra_pay_months", 0...4)
        file.together("extra_pay_months", "extra_pay_rule", "extra_pay_law", "extra_pay_checked")
        file.together("severance_rule", "severance_source")
        for column in file.table.columns where column.hasSuffix("_checked") { file.oneOf(column, "", "yes", "no") }
        file.forEachRow { row in #expect(file.cell(row, "weekend").wholeMatch(of: /[1-7]( [1-7])*/) != nil) }
    }

    @Test func wages() throws {
        let file = try File("wages")
        file.unique(
            "country", "occupation", "occupation_code", "measure", "statistic", "per", "currency", "year", "scope",
            "source")
        for column in ["low", "value", "high"] { file.number(column, 0.1...1e8) }
        file.number("year", 2008...2027, needed: true, whole: true)
        file.oneOf("measure", "wage", "labour cost", "minimum wage")
        file.oneOf("per", "hour", "day", "month")
        file.oneOf("confidence", "measured", "survey", "statutory", "vendor claim", "rule of thumb")
        file.forEachRow { row in
            let (low, value, high) = (
                file.table.double(row, "low"), file.table.double(row, "value"), file.table.double(row, "high")
            )
            #expect(value != nil || (low != nil && high != nil), "wages:\(row + 2): neither a value nor a range")
            let known = [low, value, high].compactMap { $0 }
            #expect(known == known.sorted(), "wages:\(row + 2): out of order")
            #expect(file.cell(row, "currency").wholeMatch(of: /[A-Z]{3}|PPP-USD-2021/) != nil)
            #expect(!file.cell(row, "source").isEmpty)
        }
    }

    @Test func holidays() throws {
        let file = try File("holidays")
        file.unique("country", "date")
        file.oneOf("observed", "true", "false")
        file.oneOf("estimated", "true", "false")
        file.forEachRow { row in
            let ok =
                file.cell(row, "date").wholeMatch(of: /20(2[6-9]|3[01])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/)
                != nil
            #expect(ok, "holidays:\(row + 2)")
            #expect(!file.cell(row, "name").isEmpty)
        }
    }

    @Test func hiddenCosts() throws {
        let file = try File("hidden_costs")
        file.unique("quantity", "country_or_region", "source", "year", "low", "likely", "high")
        file.number("year", 1988...2027, needed: true, whole: true)
        file.oneOf("confidence", "measured", "survey", "vendor claim", "rule of thumb")
        file.oneOf("read", "yes", "secondary", "no")
        file.forEachRow { row in
            let known = ["low", "likely", "high"].compactMap { file.table.double(row, $0) }
            #expect(!known.isEmpty && known == known.sorted(), "hidden_costs:\(row + 2)")
            #expect(!file.cell(row, "unit").isEmpty && !file.cell(row, "source").isEmpty)
        }
    }
}
