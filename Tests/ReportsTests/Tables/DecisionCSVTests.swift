import Economics
import Notation
import Testing

@testable import Reports

@Suite struct DecisionCSVTests {
    @Test func writesOneRowAnOption() {
        let text = DecisionCSV.text(for: DecisionFixture.standard)
        #expect(text == Self.expected.replacing("\n", with: "\r\n") + "\r\n")
    }

    @Test func everyRowHasEveryColumn() throws {
        for decision in DecisionFixture.all {
            let rows = DecisionCSV.text(for: decision).split(separator: "\r\n")
            #expect(rows.count == 1 + decision.functions.map(\.options.count).reduce(0, +))
            #expect(!rows.dropFirst().contains { $0.contains("nan") || $0.contains("inf") || $0.contains("Optional(") })
        }
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\r\nx"])
    func formulasBecomeText(title: String) {
        var decision = DecisionFixture.single
        decision.functions[0].options[0].displayName = title
        let text = DecisionCSV.text(for: decision)
        let cell = title.contains { $0.isNewline } ? "\"'\(title)\"" : "'\(title)"
        // The apostrophe stands in front of the text; negative numbers stay numbers.
        #expect(text.contains("invoices,omaha,\(cell),in-house,"))
    }

    @Test func quotesAreDoubledAlsoUnderAccents() {
        var decision = DecisionFixture.single
        decision.functions[0].options[0].displayName = "a,\u{301}\"\u{301}b"
        let text = DecisionCSV.text(for: decision)
        #expect(
            Array(text.unicodeScalars).map(String.init).joined(separator: "|").contains(
                "\"|a|,|\u{301}|\"|\"|\u{301}|b|\"|,"))
    }

    @Test func whatIsNotKnownIsEmpty() {
        var decision = DecisionFixture.single
        decision.functions[0].options[0].presentValue.p5 = .nan
        #expect(DecisionCSV.text(for: decision).contains(",6000000,600000,,5100000,"))
    }

    private static let expected = """
        function,option,title,ownership,geography,outsourced,offshored,mean,sd,p5,p10,p25,p50,p75,p90,p95,cvar95,\
        costPerTransactionP10,costPerTransactionP50,costPerTransactionP90,labour,fees,hiring,facilities,\
        governance,travel,coordination,quality,transition,exit,risk,chanceToBeatBaseline,chanceToBeBest,\
        netSavingP10,netSavingP50,netSavingP90,paybackP10,paybackP50,paybackP90
        invoices,pune,"Deccan Services, Pune",partner,offshore,true,true,4000000,400000,3200000,3400000,3600000,\
        3960000,4400000,4600000,4800000,5000000,1.1333333333333333,1.3199999999999998,1.5333333333333332,2000000,\
        500000,250000,250000,250000,0,250000,250000,250000,0,0,0.97,0.83,1600000,2000000,2400000,9.2,13.2,
        invoices,guadalajara,"Own unit, Guadalajara",captive,nearshore,false,true,4400000,440000,3520000,3740000,\
        3960000,4356000,4840000,5060000,5280000,5500000,1.2466666666666666,1.452,1.6866666666666663,2200000,\
        550000,275000,275000,275000,0,275000,275000,275000,0,0,0.9,0.15,1200000,1600000,2000000,18,22,
        invoices,omaha,"Own team, Omaha",in-house,onshore,false,false,6000000,600000,4800000,5100000,5400000,\
        5940000,6600000.000000001,6899999.999999999,7200000,7500000,1.7,1.98,2.3,3000000,750000,375000,375000,\
        375000,0,375000,375000,375000,0,0,,0.02,,,,,,
        invoices,tulsa,"Prairie Data, Tulsa",partner,onshore,true,false,6200000,620000,4960000,5270000,5580000,\
        6138000,6820000.000000001,7129999.999999999,7440000,7750000,1.7566666666666668,2.0460000000000003,\
        2.376666666666667,3100000,775000,387500,387500,387500,0,387500,387500,387500,0,0,0.3,0.001,-600000,\
        -200000,200000,,,
        """
}
