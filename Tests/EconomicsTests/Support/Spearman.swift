/// Spearman's rank correlation by sorting; ties share the mean of their ranks.
func spearman(_ a: [Double], _ b: [Double]) -> Double {
    func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var first = 0
        while first < order.count {
            var last = first
            while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
            for place in first...last { ranks[order[place]] = Double(first + last) / 2 }
            first = last + 1
        }
        return ranks
    }
    let x = ranks(a)
    let y = ranks(b)
    let mean = Double(a.count - 1) / 2
    var product = 0.0
    var squareX = 0.0
    var squareY = 0.0
    for i in a.indices {
        product += (x[i] - mean) * (y[i] - mean)
        squareX += (x[i] - mean) * (x[i] - mean)
        squareY += (y[i] - mean) * (y[i] - mean)
    }
    return squareX > 0 && squareY > 0 ? product / (squareX * squareY).squareRoot() : 0
}
