import Notation

/// Reads figures in the unit of their criterion: percentages as fractions, everything else as numbers alone.
struct FigureReader {
    /// As the case writes it, for example `% a year` or `hours`.
    let unit: String
    let book: FaultBook

    var measure: Measure { Measure(unit.hasPrefix("%") ? .fraction : .bare, from: nil) }

    func number(_ tree: Tree, path: String) -> Double? {
        NumberReader(measure: measure, path: path, book: book).bounded(stripped(tree))
    }

    func quantity(_ tree: Tree, path: String) -> Stated? {
        QuantityReader(measure: measure, path: path, book: book).read(stripped(tree))
    }

    /// `12 hours` where the criterion is in hours: the unit is known, and may stand there.
    private func stripped(_ tree: Tree) -> Tree {
        guard measure.dimension == .bare, let text = tree.string, let (number, suffix) = NumberReader.split(text),
            suffix == unit
        else { return tree }
        return Tree(.number(number), at: tree.position)
    }
}
