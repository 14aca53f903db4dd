package import Notation
import Reports

/// What is wrong with one field of a form, or with the form as a whole.
package struct FormFault: Sendable {
    /// The field's name; nil where the fault belongs to none.
    package var field: String?
    package var message: String

    package init(_ field: String?, _ message: String) {
        self.field = field
        self.message = message
    }

    /// A fault of a module below, whose path is the field's name.
    package init(_ fault: Fault) {
        field = fault.path.isEmpty ? nil : fault.path
        message = fault.remedy.map { "\(fault.problem) \($0)" } ?? fault.problem
    }
}

extension [FormFault] {
    /// All that is wrong with a field, for the place below it.
    package func message(for field: String) -> String? {
        let own = filter { $0.field == field }.map(\.message)
        return own.isEmpty ? nil : own.joined(separator: " ")
    }
}

/// The list of everything that is wrong, linked to the fields, above a form.
package enum FaultSummary {
    /// - Parameter prefix: of the fields' ids, where the form has one.
    package static func html(_ faults: [FormFault], prefix: String = "") -> String {
        guard !faults.isEmpty else { return "" }
        let lines = faults.map { fault in
            let text = Markup.escape(fault.message)
            return fault.field.map { "<li><a href=\"#\(Field.id(prefix + $0))\">\(text)</a></li>\n" }
                ?? "<li>\(text)</li>\n"
        }
        let title = faults.count == 1 ? "One thing is to be mended" : "\(faults.count) things are to be mended"
        return """
            <div class="notice bad faults" role="alert" tabindex="-1" id="faults">
            <h2>\(title)</h2>
            <ul>
            \(lines.joined())</ul>
            </div>

            """
    }
}
