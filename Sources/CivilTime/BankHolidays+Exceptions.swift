extension BankHolidays {
  /// A holiday that was moved or appointed for one year.
  struct Exception {
    let day: Day
    /// The yearly holiday that it takes the place of, or `nil` for a day added.
    let replaces: Holiday.Kind?
    let title: String
    let source: String

    var holiday: Holiday {
      Holiday(day, replaces ?? .special, title: title)
    }
  }

  /// Every holiday since 1978 that was moved from its usual day, and every one that was added, in time order.
  static let exceptions: [Exception] = [
    added(1981, 7, 29, "Bank holiday for the wedding of the Prince of Wales", appointment),
    moved(.earlyMay, 1995, 5, 8, " (VE day)", "from 1 May; " + appointment),
    added(1999, 12, 31, "Millennium bank holiday", appointment),
    added(2002, 6, 3, "Golden Jubilee bank holiday", appointment),
    moved(.spring, 2002, 6, 4, "", "from 27 May; " + replacement),
    added(2011, 4, 29, "Bank holiday for the wedding of Prince William", appointment),
    moved(.spring, 2012, 6, 4, "", "from 28 May; " + replacement),
    added(2012, 6, 5, "Diamond Jubilee bank holiday", appointment),
    moved(.earlyMay, 2020, 5, 8, " (VE day)", "from 4 May; " + published),
    moved(.spring, 2022, 6, 2, "", "from 30 May; " + published),
    added(2022, 6, 3, "Platinum Jubilee bank holiday", published),
    added(2022, 9, 19, "Bank Holiday for the State Funeral of Queen Elizabeth II", published),
    added(2023, 5, 8, "Bank holiday for the coronation of King Charles III", published),
  ]

  private static let appointment =
    "royal proclamation under the Banking and Financial Dealings Act 1971, section 1(3): appoints a special day"
  private static let replacement =
    "royal proclamation under the Banking and Financial Dealings Act 1971, section 1(2): appoints another day instead"
  private static let published =
    "GOV.UK, UK bank holidays, England and Wales (alphagov/frontend lib/data/bank-holidays.json, 21 August 2026)"

  private static func added(_ year: Int, _ month: Int, _ day: Int, _ title: String, _ source: String) -> Exception {
    Exception(day: Day.civil(year, month, day), replaces: nil, title: title, source: source)
  }

  private static func moved(
    _ kind: Holiday.Kind, _ year: Int, _ month: Int, _ day: Int, _ note: String, _ source: String
  ) -> Exception {
    Exception(day: Day.civil(year, month, day), replaces: kind, title: kind.title + note, source: source)
  }
}
