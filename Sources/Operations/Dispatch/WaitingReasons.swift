import Storage

/// Why somebody is given nothing, counted over the lanes: a few rows, however many tasks wait.
struct WaitingReasons {
    let store: ScopedStatements

    /// The most frequent first.
    func reasons(for person: String) throws -> [WhyNothing] {
        let me = try store.first(
            "SELECT * FROM operators WHERE organisation = ?1 AND person = ?2", [.text(person)]
        ).map(Operator.init)
        let barred = Set(
            try store.rows("SELECT crew FROM crew_members WHERE organisation = ?1 AND person = ?2", [.text(person)])
                .map { try $0.integer("crew") })
        let pools = Dictionary(uniqueKeysWithValues: try PoolTable(store: store).all().map { ($0.id, $0) })
        var counts: [WhyNothing: Int] = [:]
        for lane in try store.rows("SELECT pool, crew, waiting FROM lanes WHERE organisation = ?1 AND waiting > 0") {
            let (number, crew) = (try lane.integer("pool"), try lane.integer("crew"))
            let waiting = Int(try lane.integer("waiting"))
            guard let (_, pool, isStopped) = pools[abs(number)] else { continue }
            let why: WhyNothing
            if number < 0 {
                why = .pended(0)
            } else if isStopped {
                why = .stopped(type: pool.type, 0)
            } else if let me, let lack = pool.lack(of: me) {
                why = .lacking(lack, 0)
            } else if me == nil {
                why = .lacking(.skill(pool.skill), 0)
            } else if barred.contains(crew) {
                why = .secondPerson(0)
            } else {
                // It came between the claim and this look.
                continue
            }
            counts[why, default: 0] += waiting
        }
        let held = try store.first(
            "SELECT COUNT(*) AS held FROM holdings WHERE organisation = ?1 AND held_until IS NOT NULL AND person <> ?2",
            [.text(person)])?.integer("held")
        if let held, held > 0 { counts[.inHand(0)] = Int(held) }
        return counts.sorted { ($1.value, $0.key.words) < ($0.value, $1.key.words) }.map { $0.key.with($0.value) }
    }
}

extension WhyNothing {
    fileprivate func with(_ count: Int) -> WhyNothing {
        switch self {
        case .secondPerson: .secondPerson(count)
        case .lacking(let lack, _): .lacking(lack, count)
        case .stopped(let type, _): .stopped(type: type, count)
        case .inHand: .inHand(count)
        case .pended: .pended(count)
        }
    }
}
