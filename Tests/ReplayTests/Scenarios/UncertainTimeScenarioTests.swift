import Testing

/// What is certain of times that are not.
@Suite struct `Scenarios of uncertain times` {
  private let days = "assessment: {within: 20 days, of: assessment_started, expect: assessment_completed}"
  private let workingDays = "assessment: {within: 15 working days, of: assessment_started, expect: assessment_completed}"

  /// Due on 29, 30 or 31 January.
  @Test func `An assessment begun in one of three days is late by some of them`() throws {
    try expectTold(
      workingDays,
      """
      observed until: 2024-02-29
      events:
        - {id: start, event: assessment_started, when: 2024-01-08 to 2024-01-10}
        - {id: end, event: assessment_completed, when: 2024-01-30}
      """, ["assessment by start: late, possible, due 2024-01-29 to 2024-01-31, late 1 working days"])
  }

  @Test func `An assessment of twenty-one days is late whenever in the month it began`() throws {
    try expectTold(
      days,
      """
      observed until: 2024-03-31
      events:
        - {id: start, event: assessment_started, when: 2024-01}
        - {id: end, event: assessment_completed, when: 21 days after start}
      """, ["assessment by start: late, due 2024-01-21 to 2024-02-20, late 1 days"])
  }

  @Test func `An assessment of twenty days is in time whenever in the month it began`() throws {
    try expectTold(
      days,
      """
      observed until: 2024-03-31
      events:
        - {id: start, event: assessment_started, when: 2024-01}
        - {id: end, event: assessment_completed, when: 20 days after start}
      """, ["assessment by start: met, due 2024-01-21 to 2024-02-20"])
  }

  @Test func `An assessment of two to four weeks is late by none to eight days`() throws {
    try expectTold(
      days,
      """
      observed until: 2024-03-31
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: end, event: assessment_completed, when: 2 to 4 weeks after start}
      """, ["assessment by start: late, possible, due 2024-01-28, late 1 to 8 days"])
  }

  @Test func `What may still have been running when observation ended is possibly missed`() throws {
    try expectTold(
      days,
      """
      complete for: [assessment_completed]
      observed until: 2024-02-15
      events:
        - {id: start, event: assessment_started, when: 2024-01}
      """, ["assessment by start: missed, possible, due 2024-01-21 to 2024-02-20, late 1 to 25 days"])
  }

  /// The file says nothing of which came first.
  @Test func `A free event before the opening may have come after it`() throws {
    try expectTold(
      workingDays,
      """
      complete for: [assessment_completed]
      observed until: 2024-02-05
      events:
        - {id: end, event: assessment_completed, order: free, when: 2024-01-08 to 2024-01-11}
        - {id: start, event: assessment_started, when: 2024-01-10}
      """, ["assessment by start: missed, possible, due 2024-01-31, late 3 working days"])
  }

  @Test func `An event that stands before the opening came before it`() throws {
    try expectTold(
      workingDays,
      """
      complete for: [assessment_completed]
      observed until: 2024-02-05
      events:
        - {id: end, event: assessment_completed, when: 2024-01-08 to 2024-01-11}
        - {id: start, event: assessment_started, when: 2024-01-10}
      """, ["assessment by start: missed, due 2024-01-31, late 3 working days"])
  }

  @Test func `An extension that may have come too late leaves two due dates`() throws {
    try expectTold(
      "assessment: {within: 20 days, of: assessment_started, expect: assessment_completed, "
        + "extended by: {event: limit_extended, to: until, at most: 1}}",
      """
      observed until: 2024-03-31
      events:
        - {id: start, event: assessment_started, when: 2024-01-08}
        - {id: longer, event: limit_extended, until: 2024-02-09, when: 2024-01-26 to 2024-01-30}
        - {id: end, event: assessment_completed, when: 2024-02-05}
      """, ["assessment by start: late, possible, due 2024-01-28 to 2024-02-09, late 8 days"])
  }

  @Test func `A child known about then is only possibly to be judged by what began then`() throws {
    try expectTold(
      days,
      """
      children: {ruby: {known: 2024-01-06 to 2024-01-10}}
      complete for: [assessment_completed]
      observed until: 2024-03-31
      events:
        - {id: start, event: assessment_started, when: 2024-01-09}
      """, ["assessment by start: missed, possible, due 2024-01-29, late 62 days"])
  }

  @Test func `A rule that came into force about then applies only possibly`() throws {
    try expectTold(
      days.replacing("{within", with: "{in force: 2024-01-10.., within"),
      """
      observed until: 2024-03-31
      events:
        - {id: start, event: assessment_started, when: 2024-01-08 to 2024-01-12}
        - {id: end, event: assessment_completed, when: 2024-02-05}
      """, ["assessment by start: late, possible, due 2024-01-30 to 2024-02-01, late 4 to 6 days"])
  }

  @Test func `An uncertain birth may have come before what must not be before it`() throws {
    try expectTold(
      "born: {at: order_made, require: not(unborn), finds: conflict}",
      """
      children: {theo: {known: known, born: birth}}
      observed until: 2024-03-31
      events:
        - {id: known, event: pregnancy_known, when: 2024-01-01}
        - {id: birth, event: birth, order: free, when: 2024-01-05 to 2024-01-11}
        - {id: order, event: order_made, when: 2024-01-08}
      """, ["born by order: broken, possible"])
  }
}
