import Testing

/// One change to the sound case, and all that a person is told about it.
struct BrokenCase: Sendable, CustomTestStringConvertible {
    var name: String
    var old: String
    var new: String
    var message: String

    init(_ name: String, _ old: String, _ new: String, _ message: String) {
        self.name = name
        self.old = old
        self.new = new
        self.message = message
    }

    var testDescription: String { name }
}

@Suite struct FaultMessageTests {
    @Test(arguments: brokenKeys + brokenForms + brokenFits) func saysWhatIsWrongAndHowToMendIt(_ broken: BrokenCase) {
        #expect(soundCase.contains(broken.old))
        #expect(messages(changed(broken.old, broken.new)) == broken.message)
    }

    @Test func theSoundCaseHasNoFault() {
        #expect(messages(soundCase).isEmpty)
    }
}
