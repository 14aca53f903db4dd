import Selection

struct SecondOpinions {
    let builder: ChoiceBuilder
    let order: [Int]
    func answer() throws -> Choice.SecondOpinion? { nil }
}
