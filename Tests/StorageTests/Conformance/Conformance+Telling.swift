import Testing

@testable import Storage

extension Conformance {
    static let telling = [
        Conformance("listeners hear what was committed, once, in order, on their channel") { database in
            let heard = database.listen(
                to: "a.very-long.channel-name.that-is-longer-than.sixty-three-bytes-which-is.postgresqls-limit")
            let channel = "a.very-long.channel-name.that-is-longer-than.sixty-three-bytes-which-is.postgresqls-limit"
            struct Stop: Error {}
            try? await database.write { statements in
                try statements.notify(channel, "never")
                throw Stop()
            }
            for number in 1...3 {
                try await database.write { statements in
                    try statements.notify("other", "no")
                    try statements.notify(channel, "\(number) ü\n'")
                    try statements.notify(channel, "\(number) ü\n'")
                }
            }
            try await database.write { try $0.notify(channel, String(repeating: "x", count: 7000)) }
            var payloads: [String] = []
            for await payload in heard {
                payloads.append(payload)
                if payloads.count == 4 { break }
            }
            #expect(payloads == ["1 ü\n'", "2 ü\n'", "3 ü\n'", String(repeating: "x", count: 7000)])
            let error = await failure {
                try await database.write { try $0.notify(channel, String(repeating: "x", count: 7001)) }
            }
            guard case .statement? = error as? StorageError else { throw Unexpected(error) }
        },
        Conformance("what a listener hears of is there to be read") { database in
            let heard = database.listen(to: "rows")
            try await database.write { statements in
                try statements.run("INSERT INTO counters (id, number) VALUES ('a', 7)")
                try statements.notify("rows", "a")
            }
            for await id in heard {
                let number = try await database.read {
                    try $0.first("SELECT number FROM counters WHERE id = ?1", [.text(id)])?.integer("number")
                }
                #expect(number == 7)
                break
            }
        },
        Conformance("listening ends with the task and with the database") { database in
            let task = Task {
                for await _ in database.listen(to: "a") {}
                return true
            }
            task.cancel()
            #expect(await task.value)
            let heard = database.listen(to: "a")
            await database.close()
            for await _ in heard { Issue.record("Nothing was told.") }
        },
    ]
}
