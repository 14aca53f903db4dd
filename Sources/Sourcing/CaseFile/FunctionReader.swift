import Notation

/// Reads one function. Where something is missing a stand-in takes its place, so that the other keys are checked too;
/// the noted fault keeps it from getting out.
struct FunctionReader {
    let cursor: SectionCursor
    let name: String

    func read() -> BusinessFunction {
        cursor.checkRequired()
        let kind = cursor.choice("kind").flatMap(FunctionKind.init)
        let volume = cursor.group("volume", FieldTable.volume)
        volume?.checkRequired()
        let perMonth = volume?.quantity("perMonth")
        let handleTime = cursor.quantity("handleTime")
        var function = BusinessFunction(
            name: name, kind: kind ?? .other, volumePerMonth: perMonth ?? Stated(.fixed(1)),
            handleTime: handleTime ?? Stated(.fixed(1)), languages: cursor.languages("languages") ?? [])
        function.title = cursor.text("title")
        function.item = cursor.text("item")
        function.growthPerYear = volume?.quantity("growthPerYear")
        function.seasonality = volume?.numbers("seasonality")
        function.serviceHours = cursor.hours(
            "serviceHours", HoursSyntax.problem(inWeek:), example: "Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00")
        function.sensitivity = cursor.choice("sensitivity").flatMap(DataSensitivity.init)
        function.errorRate = cursor.quantity("errorRate")
        function.errorCost = cursor.quantity("errorCost")
        function.reworkTime = cursor.quantity("reworkTime")
        function.shrinkage = cursor.quantity("shrinkage")
        function.utilisation = cursor.quantity("utilisation")
        function.line = cursor.position?.line
        return function
    }
}
