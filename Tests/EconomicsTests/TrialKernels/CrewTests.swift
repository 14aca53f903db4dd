import Foundation
import Synchronization
import Testing
import TrialKernels

@Suite struct CrewTests {
    @Test(arguments: [0, 1, 2, 5, 40]) func everyoneWorksOnce(count: Int) {
        let runs = Atomic<Int>(0)
        Crew.run(count) { runs.wrappingAdd(1, ordering: .relaxed) }
        #expect(runs.load(ordering: .relaxed) == max(1, count))
    }

    /// A closure that a thread still held after the end would stop the program.
    @Test func nothingIsHeldAfterTheEnd() {
        for _ in 0..<500 {
            let runs = Atomic<Int>(0)
            Crew.run(3) { runs.wrappingAdd(1, ordering: .relaxed) }
            #expect(runs.load(ordering: .relaxed) == 3)
        }
    }

    /// They would wait for ever if one came after the other.
    @Test func theyWorkAtOnce() {
        let met = DispatchGroup()
        for _ in 0..<6 { met.enter() }
        let isTogether = Atomic<Int>(0)
        Crew.run(6) {
            met.leave()
            if met.wait(timeout: .now() + 20) == .success { isTogether.wrappingAdd(1, ordering: .relaxed) }
        }
        #expect(isTogether.load(ordering: .relaxed) == 6)
    }
}
