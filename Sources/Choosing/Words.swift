import Notation

/// "73 of 100", "under 1 of 100".
func ofHundred(_ share: Double) -> String { "\(Format.ofHundred(share)) of 100" }

/// Points of 100, with one decimal.
func points(_ value: Double) -> String {
    value > 0 && value < 0.05 ? "under 0.1" : Format.decimal(value, digits: 1)
}

/// "a, b and c".
func listed(_ parts: [String], _ word: String = "and") -> String { parts.listed(word) }
