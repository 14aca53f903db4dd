@main
struct EconomicsBench {
    static func main() {}
}
