import Notation
import Sourcing
import Testing

@testable import Web

@Suite struct WhatIfQueryTests {
    @Test func aFormWithoutScriptAndAScriptAskTheSame() throws {
        let edit = try #require(
            ValueEdit(
                ["functions", "f", "handleTime"], in: .map([("functions", .map([("f", .map([("x", .number(1))]))]))]),
                around: ("{\"value\": ", ", \"unit\": minutes}")))
        let change = "functions.f.handleTime={\"value\": 3.1, \"unit\": minutes}"
        #expect(WhatIfQuery.changes([(edit.fieldName, " 3.1 "), ("trials", "1000")]) == [change])
        #expect(WhatIfQuery.changes([("set", change)]) == [change])
    }

    @Test func whatIsLeftEmptyChangesNothing() throws {
        let edit = try #require(ValueEdit(["a", "b"], in: .map([("a", .map([("b", .number(1))]))]), unit: "%"))
        #expect(WhatIfQuery.changes([(edit.fieldName, "  "), ("set", "")]).isEmpty)
    }

    @Test func whatWasTypedIsFoundAgain() throws {
        let edit = try #require(ValueEdit(["a", "b"], in: .map([("a", .map([("b", .number(1))]))]), unit: "%"))
        #expect(edit.typed(in: edit.change("17,5")) == "17,5")
        #expect(edit.typed(in: "a.c=17%") == nil)
    }

    @Test func listsAndStrangeKeysHaveNoPlace() {
        #expect(ValueEdit(["a", "b"], in: .map([("a", .list([.number(1)]))])) == nil)
        #expect(ValueEdit(["a.b"], in: .map([])) == nil)
        #expect(ValueEdit(["a=b"], in: .map([])) == nil)
    }
}
