import ArgumentParser
import Atlas
import Notation
import Reports

struct CountriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "countries", abstract: "Show the country facts side by side, each with year and source.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    @Argument(help: "Countries by code or name, e.g. IN \"United States\"; none lists all.")
    var countries: [String] = []

    @Flag(help: "Show each fact with its source.")
    var sources = false

    @Option(help: "text, json or csv.")
    var format: Format = .text

    func run() throws {
        var found: [Country] = []
        var faults: [Fault] = []
        for name in countries {
            do {
                found.append(try Atlas.shared.require(country: name))
            } catch let wrong as Faults {
                faults += wrong.faults
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
        if countries.isEmpty, !sources {
            let list = CountryList()
            switch format {
            case .text: Terminal.out(list.text(), terminator: "")
            case .csv: Terminal.out(list.csv(), terminator: "")
            case .json: Terminal.out(JSONWriter.text(list.tree(), pretty: true), terminator: "")
            }
            return
        }
        let table = CountryTable(found.isEmpty ? Atlas.shared.countries : found)
        switch format {
        case .text: Terminal.out(table.text(sources: sources, width: Terminal.width), terminator: "")
        case .csv: Terminal.out(table.csv(), terminator: "")
        case .json: Terminal.out(JSONWriter.text(table.tree(), pretty: true), terminator: "")
        }
    }
}
