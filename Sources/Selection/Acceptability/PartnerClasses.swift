/// Partners of whom exactly the same is known. They are exchangeable, so every figure of theirs is their mean.
struct PartnerClasses: Sendable {
    /// Members of each class, in the order of their first members.
    var classes: [[Int]] = []

    init(of cells: [[ValueCell]]) {
        var places: [[ValueCell]: Int] = [:]
        for (partner, row) in cells.enumerated() {
            if let place = places[row] {
                classes[place].append(partner)
            } else {
                places[row] = classes.count
                classes.append([partner])
            }
        }
    }

    /// Gives each member of a class the mean of the class.
    func even<Number: BinaryFloatingPoint>(_ figures: inout [Number]) {
        for members in classes where members.count > 1 {
            let mean = members.reduce(Number(0)) { $0 + figures[$1] } / Number(members.count)
            for member in members { figures[member] = mean }
        }
    }

    func even(_ rows: inout [[Double]]) {
        for members in classes where members.count > 1 {
            for column in rows[members[0]].indices {
                let mean = members.reduce(0) { $0 + rows[$1][column] } / Double(members.count)
                for member in members { rows[member][column] = mean }
            }
        }
    }
}
