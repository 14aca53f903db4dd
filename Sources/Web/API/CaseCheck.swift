import Choosing
import Economics
import Notation
import Sourcing

/// Everything that is wrong with the text of a case, as `shoreline check` finds it.
enum CaseCheck {
    static func faults(_ text: String) -> [Fault] {
        do {
            let theCase = try CaseReader.read(text: text)
            try Decide.check(theCase)
            try Choose.check(theCase)
            return []
        } catch let faults as Faults {
            return faults.faults
        } catch {
            return [Fault(path: "", "The case could not be checked.", remedy: "Try again.")]
        }
    }
}
