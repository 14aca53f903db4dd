import Notation
import Reports

/// One value that can be tried: a slider and a number field for the same thing. Empty means: as the case has it.
package struct Lever: Sendable {
    package var title: String
    package var edit: ValueEdit
    /// What stands behind the field: "%", "minutes", "USD an hour".
    package var unit: String
    /// Ends of the slider, in the unit that is typed.
    package var low: Double
    package var high: Double
    /// By which the slider moves.
    package var step: Double
    /// Where the slider stands while nothing is typed.
    package var now: Double
    /// What the case has, and what would decide.
    package var hint: String

    package init(
        title: String, edit: ValueEdit, unit: String, low: Double, high: Double, step: Double, now: Double, hint: String
    ) {
        self.title = title
        self.edit = edit
        self.unit = unit
        self.low = low
        self.high = high
        self.step = step
        self.now = now
        self.hint = hint
    }

    /// - Parameter changes: those that are being tried: what was typed stays.
    func html(changes: [String]) -> String {
        let typed = changes.compactMap(edit.typed).last ?? ""
        let id = Field.id(edit.head)
        let name = Markup.escape(title)
        let start = Double(typed.replacing(",", with: ".")) ?? now
        let signs = unit.isEmpty ? "" : "<span class=\"unit\" aria-hidden=\"true\">\(Markup.escape(unit))</span>"
        let label =
            unit.isEmpty
            ? name : "\(name) <span class=\"sr\">\(unit.hasPrefix("of ") ? "" : "in ")\(Markup.escape(unit))</span>"
        return """
            <div class="lever">
            <label for="\(id)">\(label)</label>
            <p class="hint" id="\(id)-hint">\(Markup.escape(hint))</p>
            <div class="controls">
            <input type="range" aria-label="\(name), slider" data-for="\(id)" data-now="\(number(now))" data-step="\(number(step))" min="\(number(low))" max="\(number(high))" step="\(number(fit(start)))" value="\(number(start))"/>
            <input type="text" inputmode="decimal" autocomplete="off" id="\(id)" name="\(Markup.escape(edit.fieldName))" value="\(Markup.escape(typed))" placeholder="\(number(now))" aria-describedby="\(id)-hint"/>
            \(signs)
            </div>
            </div>

            """
    }

    private func number(_ value: Double) -> String { JSONWriter.number(value) }

    /// A part of the step with which the slider can stand at the value: a browser moves it to the nearest step without a
    /// word, and would show 80 for 77.5. `live.js` does the same while one types, and moves by the whole step.
    func fit(_ value: Double) -> Double {
        let parts = [1.0, 2, 5, 10, 20, 50, 100, 1000]
        let part = parts.first { part in
            let steps = (value - low) / step * part
            return abs(steps - steps.rounded()) < 1e-6
        }
        return Self.rounded(step / (part ?? 1000), to: step / 1000)
    }

    /// A round step: about a hundred of them from `low` to `high`.
    package static func step(_ low: Double, _ high: Double) -> Double {
        let wanted = (high - low) / 100
        guard wanted.isFinite, wanted > 0 else { return 1 }
        var power = 1.0
        while power > wanted, power > 1e-9 { power /= 10 }
        while power * 10 <= wanted, power < 1e12 { power *= 10 }
        let factor = [1.0, 2, 5, 10].last { $0 * power <= wanted } ?? 1
        return rounded(factor * power, to: power)
    }

    /// Free of the last digits that arithmetic leaves.
    package static func rounded(_ value: Double, to step: Double) -> Double {
        guard step > 0, value.isFinite, abs(value / step) < 1e15 else { return value }
        let steps = (value / step).rounded()
        return step >= 1 ? steps * step : steps / (1 / step).rounded()
    }
}

/// The levers in a form that works without scripts, and the answer beside it.
package enum WhatIfPanel {
    package struct Values: Sendable {
        /// `/cases/{id}/decision/try`: the answer to the form.
        package var path: String
        /// The page without changes.
        package var back: String
        /// Sets of levers, each under a heading; one without a heading is fine.
        package var groups: [(title: String, levers: [Lever])]
        package var changes: [String]
        package var faults: [FormFault]
        package var lead: String
        /// Further fields, such as how many futures.
        package var more: String
    }

    /// - Parameters:
    ///   - live: the fragment inside `<div id="live">`.
    ///   - said: what a screen reader hears of it.
    static func html(_ values: Values, live: String) -> String {
        guard values.groups.contains(where: { !$0.levers.isEmpty }) else {
            return part(live)
        }
        let shown = values.groups.filter { !$0.levers.isEmpty }
        let levers = shown.enumerated().map { index, group in
            let controls = group.levers.map { $0.html(changes: values.changes) }.joined()
            if group.title.isEmpty { return "<div>\n\(controls)</div>\n" }
            // The first group is seen at once; a further one opens by itself where something in it is being tried.
            let isOpen =
                index == 0
                || group.levers.contains { lever in values.changes.contains { lever.edit.typed(in: $0) != nil } }
            return
                "<details class=\"group\"\(isOpen ? " open" : "")>\n<summary>\(Markup.escape(group.title))</summary>\n\(controls)</details>\n"
        }
        let buttons =
            "<div class=\"actions\">\n<button class=\"primary\">Show</button>\n"
            + "<a class=\"button\" href=\"\(Markup.escape(values.back))\" data-reset>As the case stands</a>\n</div>\n"
        let form = Form.get(
            action: values.path, body: levers.joined() + values.more + buttons, class: "levers", id: "what-if")
        return """
            \(Markup.paragraph(values.lead))<div class="try">
            \(form)\(part(summary(values.faults) + live))</div>

            """
    }

    /// What the script replaces. The sentence is told by a region of its own, so that not every figure is read out.
    package static func part(_ live: String) -> String {
        "<div class=\"answer-live\">\n<p class=\"sr\" id=\"live-said\" role=\"status\" aria-live=\"polite\"></p>\n"
            + "<div id=\"live\" aria-busy=\"false\">\n\(live)</div>\n</div>\n"
    }

    /// Without links: a fault names a place in the case, for which this page has no field.
    private static func summary(_ faults: [FormFault]) -> String {
        FaultSummary.html(faults.map { FormFault(nil, $0.message) })
    }

    /// The whole answer to a request for the fragment alone: errors, what is being tried, the live part.
    package static func fragment(_ live: String, faults: [FormFault] = []) -> String {
        "<div id=\"live\">\n\(summary(faults))\(live)</div>\n"
    }
}
