@testable import Workbench

/// A small training scenario at the harbour.
enum Quay {
  static let scenario = """
    scenario: quay
    title: At the quay
    teaches: What a plan asks for.
    procedure: harbour
    children: {ann: {}}
    complete for: [group_held, visit_made]
    observed until: 2019-05-31
    events:
      - {id: made, event: plan_made, agreed: true, when: 2019-04-04}
    decisions:
      - decision: group
        on: 2019-04-05
        tells: When does the group meet?
        choices:
          - {choice: soon, says: Next week., answer: It meets., does: [
              {id: g, event: group_held, attended: [social_worker, health_visitor], when: 2019-04-11}]}
          - {choice: late, says: In May., does: [
              {id: g, event: group_held, attended: [social_worker, health_visitor], when: 2019-05-06}]}
          - {choice: wait, says: Wait.}
        found: It did not meet.
        cite: "3.4"
      - decision: asked
        on: 2019-04-16
        only after: group.wait
        tells: Somebody asks for the group.
        choices:
          - {choice: meet, says: It meets., does: [
              {id: g, event: group_held, attended: [social_worker], when: 2019-04-17}]}
          - {choice: wait, says: Wait.}
      - decision: visit
        on: 2019-04-20
        tells: Who sees the child?
        choices:
          - {choice: go, says: Go., does: [{id: v, event: visit_made, child_seen: true, when: 2019-04-25},
              {id: w, event: visit_made, child_seen: true, when: 2019-05-20}]}
          - {choice: wait, says: Wait.}
    """

  static func file(_ text: String, name: String = "quay.yaml") -> InputFile {
    InputFile(name: name, content: .bytes(Array(text.utf8)))
  }
}
