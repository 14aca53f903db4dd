/// The case that `shoreline` writes for someone who begins: complete, and explained line by line.
public enum StarterCase {
    public static let text = #"""
        # A case: one decision about work, and the ways to get it done.
        # Change it to your own. Lines that begin with # are notes and are not read.
        #
        # Anything you leave out is taken from country facts or published ranges, and the
        # report says so. To switch that off, add the line   assumptions: none

        case: Accounts payable back office
        note: A made-up company, to show what a case looks like.

        # Who needs the work done. Time zone and currency may be left out: the country's are taken.
        client:
          name: Larkfield Foods
          country: United States         # a name, or a code such as US
          timeZone: America/Chicago
          currency: USD                  # every amount is in this currency unless another stands beside it

        # The months that are compared, and what a year's wait takes from the value of money.
        horizon:
          start: 2027-01                 # year and month
          months: 60
          discountRate: 9%               # a percentage, or 0.09

        # Units of a foreign currency for one unit of yours.
        exchangeRates:
          INR: 86.5
          PHP: 57

        # The work. The name (invoice-entry) is yours to choose.
        functions:
          invoice-entry:
            title: Invoice entry
            kind: data-entry             # or document-processing, administrative-support, call-centre, finance, it, other
            item: invoice
            volume:
              perMonth: 42000            # in the first month; no comma between the digits
              # A number that you are not sure of has a range: lowest, most likely, highest.
              growthPerYear: { low: 2%, likely: 6%, high: 15% }
            # Or say it by percentiles: one time in ten below p10, one time in ten above p90.
            handleTime: { p10: 2.6, p50: 3.1, p90: 4.0, unit: minutes, source: "Time study, March" }
            serviceHours: Mon-Fri 08:00-18:00
            languages: [en]
            sensitivity: financial
            errorRate: { low: 0.6%, likely: 1.2%, high: 3% }   # wrong invoices among all
            errorCost: 4.10              # what one wrong invoice costs Larkfield
            reworkTime: 6 min            # work to put one right

        # The ways to get it done. Say who performs the work and where; whether that makes it
        # outsourced, nearshore or offshore follows from there.
        options:
          keep:
            title: Keep it in Chicago
            function: invoice-entry      # may be left out while there is only one function
            ownership: in-house          # own staff, in your own country
            country: US
            timeZone: America/Chicago
            baseline: true               # how it is done today; all others are compared with this
            people:
              wage: { p10: 19, p50: 22, p90: 26, per: hour }
              attrition: 22%             # leavers a year among the average headcount

          kansas:
            title: Prairie BPO, Kansas
            ownership: partner           # another company
            country: US
            timeZone: America/Chicago
            partner: Prairie BPO
            price:
              perTransaction: 1.85       # or perHour, perPersonMonth, fixed (a month), tiers
              indexation: 3%             # price step a year

          pune:
            title: Deccan Services, Pune
            ownership: partner
            country: India
            city: Pune
            partner: Deccan Services
            hours: 13:30-22:30           # an agreed shift, in Pune's time
            price:
              perTransaction: { low: 0.55, likely: 0.62, high: 0.80 }
              minimumPerMonth: 30000     # invoices paid for at least
            transition:
              cost: { low: 60000, likely: 90000, high: 180000 }
              months: 4
              parallelWeeks: 6           # both teams are paid
            risks:
              data-incident:
                chance: 5%
                cost: { low: 50000, likely: 120000, high: 600000 }

          manila:
            title: Own unit in Manila
            ownership: captive           # your own unit in another country
            country: Philippines
            people:
              wage: { amount: { low: 19000, likely: 24000, high: 31000 }, per: month, currency: PHP }
              attrition: { low: 20%, likely: 32%, high: 55% }
            transition:
              setUp: { low: 150000, likely: 220000, high: 400000 }
              months: 6

        # Inputs that tend to move together: two names, and a number from -1 to 1.
        correlations:
          - [attrition.manila, errorRate.invoice-entry, 0.3]

        # Which partner? Take the marks away, then: shoreline choose. Scales and weights first, bids and scores later.
        # selection:
        #   opening: 2026-12-15            # from this day on scales, weights and scores stand
        #   evaluators: { ana: { title: Ana Ortiz, role: sourcing }, ben: { title: Ben Achterberg, role: finance } }
        #   gates: { iso-27001: { about: A certificate in force that names the site. } }   # must-haves
        #   criteria:                      # shoreline criteria lists those that come with a scale in words
        #     price: { scale: { worst: 6000000, best: 2500000 }, weight: 100 }   # total cost over the horizon
        #     expertise: { weight: { low: 60, high: 80 } }   # the step from worst to best, beside price's 100
        #     people: { weight: { low: 40, high: 70 } }
        #   partners:
        #     deccan: { option: pune, gates: { iso-27001: pass } }
        #     ganga: { bid: { like: pune, price: { perTransaction: 0.55 } } }   # like pune, except for its price
        """# + "\n"
}
