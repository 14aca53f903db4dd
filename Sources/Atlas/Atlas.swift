/// The facts of the countries; see `Atlas`.
