/// One key of the case file: what the reader accepts, what the schema tells an editor, what a message says.
struct Field: Sendable {
    var key: String
    var kind: FieldKind
    /// Plain words, for the schema.
    var about: String
    var isRequired: Bool

    init(_ key: String, _ kind: FieldKind, _ about: String, required: Bool = false) {
        self.key = key
        self.kind = kind
        self.about = about
        isRequired = required
    }
}

/// A group of keys.
struct Section: Sendable {
    /// Names the group in messages, e.g. "an option".
    var title: String
    var fields: [Field]

    func field(_ key: String) -> Field? { fields.first { $0.key == key } }

    /// The one group in this section that knows a key.
    func home(of key: String) -> String? {
        let homes = fields.filter {
            if case .section(let inner) = $0.kind { return inner.field(key) != nil }
            return false
        }
        return homes.count == 1 ? homes.first?.key : nil
    }
}

indirect enum FieldKind: Sendable {
    case text
    case flag
    case choice([String])
    case name
    case country
    case timeZone
    case currency
    case languages
    case yearMonth
    case dailyWindow
    case serviceHours
    case whole(ClosedRange<Int>)
    /// A certain number.
    case number(Measure)
    /// A number that may be uncertain.
    case quantity(Measure)
    case numbers(count: Int, Measure)
    case section(Section)
    /// A group whose keys are names that the author chooses.
    case named(Section, limit: Int)
    case exchangeRates
    case wage(Section)
    case tiers(Section)
    case coordination(Section)
    case correlations
    /// A day, `2026-11-16`.
    case date
    /// Names that stand elsewhere in the case.
    case names
    /// Countries by name or code.
    case countries
    case levels
    case curvePoints
    /// A figure in the unit of its criterion.
    case figure
    case swing
    case ratios
    case comparisons
    case ninePoints
    case gateAnswers
    case facts
    case scores
}

/// What a number measures, and between which bounds it can lie. Values are in the base unit.
struct Measure: Sendable {
    enum Dimension: Sendable {
        case count, factor, money, fraction, minutes, hours, weeks, months
        /// A number alone: its unit is said elsewhere.
        case bare
    }
    var dimension: Dimension
    var lower: Double?
    var upper: Double?
    /// The lower bound itself is not allowed.
    var isAbove = false
    /// The upper bound itself is not allowed.
    var isBelow = false
    /// For "would be 500 % a year".
    var period = ""
    /// Whether `{chance: p}` means anything here.
    var allowsEvent = false
    /// A certain fraction only, for a risk's chance.
    var isCertain = false

    init(_ dimension: Dimension, from lower: Double? = 0, to upper: Double? = nil) {
        self.dimension = dimension
        self.lower = lower
        self.upper = upper
    }

    static func above(_ lower: Double, _ dimension: Dimension, to upper: Double? = nil) -> Measure {
        var measure = Measure(dimension, from: lower, to: upper)
        measure.isAbove = true
        return measure
    }

    static let share = Measure(.fraction, from: 0, to: 1)
    static let money = Measure(.money)
    static let positiveMoney = Measure.above(0, .money)
    static let factor = Measure.above(0, .factor)
    /// A change a year, at least −100 %.
    static let growth = Measure.above(-1, .fraction).yearly
    /// A fraction that may exceed one when it is written with %.
    static let openFraction = Measure(.fraction)

    var yearly: Measure {
        var measure = self
        measure.period = " a year"
        return measure
    }
    var event: Measure {
        var measure = self
        measure.allowsEvent = true
        return measure
    }
    var certain: Measure {
        var measure = self
        measure.isCertain = true
        return measure
    }
    func below(_ bound: Double) -> Measure {
        var measure = self
        measure.upper = bound
        measure.isBelow = true
        return measure
    }

    func allows(_ value: Double) -> Bool {
        if let lower, value < lower || (isAbove && value == lower) { return false }
        if let upper, value > upper || (isBelow && value == upper) { return false }
        return value.isFinite
    }

    /// Whether a distribution may reach this far: an end has no chance of its own.
    func allowsAsEnd(_ value: Double) -> Bool {
        value.isFinite && value >= lower ?? -.infinity && value <= upper ?? .infinity
    }

    /// `more than 0 minutes`, `from 0 to 1 (100 %)`.
    var bounds: String {
        func shown(_ value: Double) -> String {
            dimension == .fraction && value != 0 ? "\(plain(value * 100)) %" : plain(value)
        }
        switch (lower, upper) {
        case (let lower?, let upper?):
            let low = isAbove ? "more than \(shown(lower))" : "at least \(shown(lower))"
            return low + " and " + (isBelow ? "less than \(shown(upper))" : "at most \(shown(upper))")
        case (let lower?, nil): return isAbove ? "more than \(shown(lower))" : "\(shown(lower)) or more"
        case (nil, let upper?): return isBelow ? "less than \(shown(upper))" : "at most \(shown(upper))"
        case (nil, nil): return "a number"
        }
    }

    /// The unit that a bare number has.
    var unit: String {
        switch dimension {
        case .count, .factor, .money, .bare: ""
        case .fraction: ""
        case .minutes: "minutes"
        case .hours: "hours"
        case .weeks: "weeks"
        case .months: "months"
        }
    }

    func shown(_ value: Double) -> String {
        if dimension == .fraction { return "\(plain(value * 100)) %" }
        return unit.isEmpty ? plain(value) : "\(plain(value)) \(unit)"
    }
}
