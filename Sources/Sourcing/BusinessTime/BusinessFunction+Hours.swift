extension BusinessFunction {
    /// The client's day: its service hours where they are one window on Monday, else 09:00–17:00.
    public var clientWindow: DailyWindow {
        guard let serviceHours, let hours = try? WorkingHours(serviceHours), hours[weekday: 1].count == 1,
            let window = hours[weekday: 1].first, window.end - window.start < 1440
        else { return .normal }
        return window
    }
}
