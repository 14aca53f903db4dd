import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web
@testable import Workspace

@Suite struct JoinPageTests {
    @Test func anotherAddressThanTheInvitationsIsRefusedInItsField() async throws {
        try await TestSite.on { site in
            let admin = try await site.workspace.member(session: site.begin())
            let link = try await site.workspace.invite(as: admin, email: "cy@alpha.example", roles: [.clerk])
            func join(_ email: String) async throws -> TestResponse {
                try await site.send(
                    .post, "/join/\(link)",
                    .form([
                        ("name", "Cy"), ("email", email), ("password", TestSite.password),
                        ("password2", TestSite.password),
                    ]))
            }
            let refused = try await join("other@alpha.example")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("This invitation is for cy@alpha.example, not for other@alpha.example."))
            #expect(refused.text.contains("id=\"field-email-error\""))
            // The form shows the only address that can be sent, so that sending it again works.
            #expect(refused.text.contains("value=\"cy@alpha.example\""))
            #expect(try await join("Cy@Alpha.Example").status == .seeOther)
        }
    }
}
