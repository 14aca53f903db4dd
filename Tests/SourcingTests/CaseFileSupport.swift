import Notation
import Sourcing

/// A short case that reads without faults; broken ones are made from it by one change.
let soundCase = """
    case: Accounts payable
    client: { name: Larkfield, country: US }
    horizon: { start: 2027-01, months: 60, discountRate: 9% }
    functions:
      entry:
        kind: data-entry
        volume: { perMonth: 42000 }
        handleTime: 3
    options:
      keep: { ownership: in-house, country: US, baseline: true }
      pune: { ownership: partner, country: IN, price: { perTransaction: 0.62 } }

    """

/// Every fault of a text, one a line; empty for a sound case.
func messages(_ text: String) -> String {
    do {
        _ = try CaseReader.read(text: text)
        return ""
    } catch {
        return error.description
    }
}

/// The sound case with one piece of text replaced.
func changed(_ old: String, _ new: String) -> String {
    soundCase.replacing(old, with: new)
}
