import ArgumentParser

@main
struct Shoreline: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Decide which work to keep, outsource or offshore.")
}
