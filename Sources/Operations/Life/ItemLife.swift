/// Where an item stands, and what may happen to it: a pure state machine, apart from all storage and clocks.
///
/// A stage is worked on in seats (two of them where keying is double and blind). A round counts how often a stage has been
/// opened anew, as when a lot that failed its sample is checked whole.
public struct ItemLife: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// A task is open or somebody has it.
        case open
        /// It waits for the client, and its clock stands still.
        case pended
        /// It waits for the rest of its lot, of which a sample is checked.
        case waiting
        case done, cancelled

        public var isOver: Bool { self == .done || self == .cancelled }
    }

    public var status: Status
    public var stage: Int
    public var round: Int

    public init(status: Status, stage: Int, round: Int) {
        self.status = status
        self.stage = stage
        self.round = round
    }

    /// Whether an item is checked.
    public enum Sampling: Hashable, Sendable {
        case checked, passedOver
        /// Known when its lot is complete.
        case later
    }

    public enum Event: Hashable, Sendable {
        /// A seat of the present stage was completed. `others`: how many of its other seats were before; `differs`:
        /// whether the blind entries differ, which is known with the last of them.
        case completed(others: Int, differs: Bool, sampling: Sampling)
        /// What the lot's sample means for this item; with a new round where the stage had been passed already.
        case sampled(checked: Bool)
        case pended
        case resumed
        case cancelled
        /// Delivered, and now to be checked after all: its lot failed.
        case recalled(stage: Int)
    }

    /// What an event asks for beside the new state.
    public enum Effect: Hashable, Sendable {
        /// The first seat of the present stage is to be given to somebody.
        case open(stage: Int, round: Int)
        /// Tasks that nobody has are set aside.
        case park
        /// Set aside tasks are given out again.
        case unpark
        /// No task of it is given to anybody any more, and who has one is told when they complete it.
        case withdraw
        /// The last stage is done: what stands now is the result.
        case deliver
    }

    public enum Refusal: Error, Hashable, Sendable {
        case over(Status)
        case notPended
        case alreadyPended
        case notWaiting
        case notDone
        case noStage
    }

    /// The life of a new item, and what its first stage asks for.
    public static func begin(_ plan: StagePlan) throws(Refusal) -> (ItemLife, [Effect]) {
        guard let first = plan[0], first.kind != .adjudicate, first.kind != .check else { throw .noStage }
        return (ItemLife(status: .open, stage: 0, round: 0), [.open(stage: 0, round: 0)])
    }

    /// - Throws: ``Refusal`` where the event cannot happen to such an item; nothing has changed then.
    public mutating func apply(_ event: Event, in plan: StagePlan) throws(Refusal) -> [Effect] {
        if case .recalled(let stage) = event {
            guard status == .done else { throw status.isOver ? .over(status) : .notDone }
            guard plan[stage] != nil else { throw .noStage }
            (status, self.stage, round) = (.open, stage, round + 1)
            return [.open(stage: stage, round: round)]
        }
        if status.isOver { throw .over(status) }
        switch event {
        case .recalled: return []
        case .completed(let others, let differs, let sampling):
            guard status == .open else { throw status == .pended ? .alreadyPended : .notWaiting }
            guard let step = plan[stage] else { throw .noStage }
            if others + 1 < step.seats { return [] }
            return advance(in: plan, differs: differs, sampling: sampling)
        case .sampled(let isChecked):
            guard status == .waiting else { throw .notWaiting }
            status = .open
            if isChecked { return [.open(stage: stage, round: round)] }
            return advance(in: plan, differs: false, sampling: .passedOver)
        case .pended:
            guard status != .pended else { throw .alreadyPended }
            guard status == .open else { throw .notWaiting }
            status = .pended
            return [.park]
        case .resumed:
            guard status == .pended else { throw .notPended }
            status = .open
            return [.unpark]
        case .cancelled:
            status = .cancelled
            return [.withdraw]
        }
    }

    /// To the next stage that this item needs.
    private mutating func advance(in plan: StagePlan, differs: Bool, sampling: Sampling) -> [Effect] {
        var next = stage + 1
        while let step = plan[next] {
            switch step.kind {
            case .adjudicate where !differs: next += 1
            case .check where sampling == .passedOver: next += 1
            case .check where sampling == .later:
                (stage, status) = (next, .waiting)
                return []
            default:
                stage = next
                return [.open(stage: next, round: round)]
            }
        }
        status = .done
        return [.deliver]
    }
}
