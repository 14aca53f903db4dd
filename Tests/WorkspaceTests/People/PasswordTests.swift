import Foundation
import Storage
import Testing

@testable import Workspace

@Suite struct PasswordTests {
    private let passwords = Passwords(rounds: 16, parallelism: 1)

    @Test func whatIsKeptHoldsTheSettingsAndNotThePassword() async throws {
        let stored = try await passwords.hash("correct horse battery")
        let parts = stored.split(separator: "$").map(String.init)
        #expect(parts.count == 6)
        #expect(Array(parts.prefix(4)) == ["scrypt", "16", "8", "1"])
        #expect(Data(base64Encoded: parts[4])?.count == 16)
        #expect(Data(base64Encoded: parts[5])?.count == 32)
        for word in ["correct", "horse", "battery", Data("correct horse battery".utf8).base64EncodedString()] {
            #expect(!stored.contains(word))
        }
        // Another salt each time.
        #expect(try await passwords.hash("correct horse battery") != stored)
    }

    @Test func theRightOneMatchesAndNoOther() async throws {
        let stored = try await passwords.hash("correct horse battery")
        #expect(try await passwords.matches("correct horse battery", stored))
        for wrong in ["correct horse batterz", "correct horse battery ", "Correct horse battery", "", stored] {
            #expect(try await !passwords.matches(wrong, stored))
        }
        for damaged in [nil, "", "scrypt$16$8$1$AAAA", "plain$1$2$3$AAAA$correct horse battery"] {
            #expect(try await !passwords.matches("correct horse battery", damaged))
        }
    }

    @Test func settingsOfThePastStillMatch() async throws {
        let stored = try await Passwords(rounds: 32, parallelism: 2).hash("correct horse battery")
        #expect(try await passwords.matches("correct horse battery", stored))
    }

    @Test func theSameWordFromTwoKeyboardsIsTheSame() async throws {
        let composed = "caf\u{e9} au lait noir"
        let decomposed = "cafe\u{301} au lait noir"
        #expect(Array(composed.utf8) != Array(decomposed.utf8))
        #expect(try await passwords.matches(decomposed, passwords.hash(composed)))
    }

    @Test(arguments: [
        ("123456789", false), ("1234567890", true), ("aaaaaaaaaaaa", false), ("ababababab", false),
        ("abcabcabcabc", false), ("four words it is", true), ("ADA@larkfield.example", false),
        (String(repeating: "abcd", count: 50), true), (String(repeating: "abcd", count: 50) + "e", false),
        ("ééééééé", false), ("日本語日本語のパスワード", true),
    ]) func aPasswordIsLongEnoughAndNoSingleLetter(word: String, isGood: Bool) {
        let fault = Passwords.fault(word, email: "ada@larkfield.example", path: "password")
        #expect((fault == nil) == isGood)
    }

    @Test(arguments: Engine.all) func aWrongPasswordAndAnUnknownAccountAreToldTheSame(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let cy = try await world.person([.clerk], "cy@example.org", by: admin)
            try await world.workspace.setDisabled(as: admin, cy.person, true)
            for email in ["ada@larkfield.example", "nobody@larkfield.example", "cy@example.org", "", "x' OR 1=1 --"] {
                #expect(await Refusal.of { _ = try await world.signIn(email, "wrong") } == .wrongPassword)
            }
            #expect(await Refusal.of { _ = try await world.signIn("cy@example.org") } == .wrongPassword)
            #expect(try await world.signIn(" ADA@Larkfield.example").person == admin.person)
        }
    }

    @Test(arguments: Engine.all) func aNewPasswordEndsAllOtherSessions(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let other = try await world.workspace.signIn(
                email: admin.email, password: World.password, address: "a", device: "another")
            try await world.workspace.changePassword(
                as: admin, old: World.password, new: "another four words", address: "a")
            #expect(await Refusal.of { _ = try await world.workspace.member(session: other) } == .signedOut)
            #expect(try await world.workspace.sessions(as: admin).map(\.isThis) == [true])
            #expect(await Refusal.of { _ = try await world.signIn(admin.email) } == .wrongPassword)
            _ = try await world.signIn(admin.email, "another four words")
        }
    }

    @Test(arguments: Engine.all) func theOldPasswordIsNeededAndGuessesAreCounted(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            func change(_ old: String, _ new: String = "another four words") async -> Refusal? {
                await Refusal.of {
                    try await world.workspace.changePassword(as: admin, old: old, new: new, address: "a")
                }
            }
            // A new password that cannot be taken costs nothing.
            for _ in 0..<10 { #expect(await change(World.password, "short") == .invalid) }
            for _ in 0..<5 { #expect(await change("guess") == .invalid) }
            #expect(await change("guess") == .tooMany)
            #expect(await change(World.password) == .tooMany)
            world.time.pass(6 * Moment.second)
            #expect(await change(World.password) == nil)
        }
    }

    @Test(arguments: Engine.all) func aLinkSetsANewPasswordOnceAndEndsAllSessions(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let cy = try await world.person([.clerk], "cy@example.org", by: admin)
            let link = try await world.workspace.passwordLink(as: admin, for: cy.person)
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.setPassword(link, password: "short", device: "test")
                } == .invalid)
            let secret = try await world.workspace.setPassword(link, password: "another four words", device: "test")
            #expect(try await world.workspace.member(session: secret).person == cy.person)
            #expect(try await world.workspace.sessions(as: cy).count == 1)
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.setPassword(link, password: "another four words", device: "test")
                } == .notFound)
            #expect(await Refusal.of { _ = try await world.signIn("cy@example.org") } == .wrongPassword)
            // A link for a password does not join, and the other way round.
            let second = try await world.workspace.passwordLink(as: admin, for: cy.person)
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.join(
                        second, .init(name: "X", email: "x@example.org", password: World.password), device: "")
                } == .notFound)
            #expect(
                await Refusal.of { _ = try await world.workspace.signIn(link: second, device: "") } == .notFound)
            world.time.pass(Moment.day)
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.setPassword(second, password: "another four words", device: "test")
                } == .notFound)
        }
    }
}
