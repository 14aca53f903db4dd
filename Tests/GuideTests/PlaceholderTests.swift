import Testing
@testable import Guide
