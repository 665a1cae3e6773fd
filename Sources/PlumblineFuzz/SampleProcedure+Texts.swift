extension SampleProcedure {
  static let procedureText = """
    procedure: sample
    title: A sample
    calendar: england_and_wales
    months: corresponding date
    sources:
      guide: {title: A guide, publisher: An office, dated: 2018-07, force: statutory_guidance}
      ours: {title: Figures of our own, force: ours}
    parameters:
      first_group: 10 working days
      group_every: {2000-04-01: 4 weeks, 2013-04-15: 6 weeks}
      assessment:
        value: {2000-04-01: 35 working days, 2013-04-15: 45 working days}
        says: How long it takes.
        source: {of: guide, at: chapter 1, read: second hand}
      must_attend: [social_worker, mother]
      most_missed: 2
      is_strict: true

    """

  static let vocabularyText = """
    vocabulary: sample
    roles:
      social_worker: {title: Social worker}
      health_visitor: {}
      mother: {}
    events:
      visit:
        title: Visit
        attributes:
          outcome: one of [inside, doorstep, no_reply]
          child_seen: boolean
          by: role
          present: set of role
          tries: number
          every: duration
          due: date
          note: text
      plan_started: {attributes: {kind: 'one of [initial, review]'}}
      plan_ended: {}
      birth: {}
      group_held: {attributes: {attended: set of role, invited: set of role}}
      action_agreed: {attributes: {action: text, due: duration, involved: set of role}}
      action_completed: {attributes: {action: text}}
      extended: {attributes: {until: date}}
      pregnancy_known: {attributes: {expected_birth: date}}

    """

  static let workflowText = """
    workflow: plan
    title: The plan
    for: child
    states:
      none: {start: true}
      on_plan:
        start: open
        states:
          open: {}
          working: {}
          before: {history: shallow, otherwise: open}
        on entry: [{raise: opened}]
        on exit: [{send: looked_back, after: 3 months}]
      both:
        parallel: true
        states:
          left: {start: left_one, states: {left_one: {}, left_two: {end: true}}}
          right: {start: right_one, states: {right_one: {}, right_two: {end: true}}}
      ended: {end: true}
    signals: [opened, looked_back]
    transitions:
      - {on: plan_started, from: none, to: on_plan, name: opens}
      - {on: visit, from: open, when: this.child_seen, to: working}
      - {on: visit, from: working, when: not(this.child_seen), to: before, leaves: true, do: [{raise: opened}]}
      - {on: birth, from: on_plan, to: both, optional: true}
      - {on: group_held, from: left_one, to: left_two}
      - {on: visit, from: right_one, to: right_two}
      - {completed: both, from: both, to: on_plan}
      - {signal: looked_back, from: none}
      - {on: plan_ended, from: [on_plan, both], to: ended}
    rules:
      first_group:
        says: The first group meets in time.
        within: first_group
        of: entering on_plan
        expect: group_held
        while: on_plan
        source: {of: guide, at: groups}
      groups:
        says: The group meets every six weeks.
        every: group_every
        first: first_group
        while: on_plan
        expect: group_held
        slots: fixed
        counting: inclusive
        source: guide
      visits:
        says: The child is seen.
        every: 10 working days
        while: on_plan or both
        expect: visit[child_seen = true]
        source: ours
      attendance:
        says: Everyone invited comes.
        at: group_held
        each: person in this.invited
        require: list contains(this.attended, person)
        finds: absent
        in force: 2013-04-15..
        source: guide
      promise:
        says: An action is completed by its date.
        within: trigger.due
        of: action_agreed
        expect: action_completed[action = trigger.action]
        extended by: {event: extended, to: until, at most: 1}
        source: guide
      before_birth:
        says: The plan starts before the birth.
        ahead: 10 weeks
        or within: 15 working days
        of: pregnancy_known.expected_birth
        expect: plan_started
        source: guide
      escalation:
        says: An overdue group is followed by a visit.
        within: 1 working day
        of: overdue first_group
        expect: visit
        source: ours
      seen:
        says: A child with a plan is visited.
        while: on_plan and most_missed > 1
        require: occurred(visit)
        for more than: 4 weeks
        source: ours

    """

  static let caseText = """
    history: sample
    title: "Ruby and Theo"
    source: {title: A review, publisher: A partnership, dated: 2024-02}
    children:
      ruby: {}
      theo: {known: e1, born: 2019-04, until: e8}
    complete for: [birth, {event: [visit], for: [theo], from: e1, until: 2019-12}]
    observed until: 2020
    events:
      - {id: e1, event: visit, outcome: doorstep, for: {ruby: {child_seen: true}, theo: {child_seen: false}}, when: mid 2019-04}
      - {id: e2, event: plan_started, when: almost 3 months after e1, cite: "2.18"}
      - {id: e3, event: visit, done: no, for: [theo], from: e1, until: e2}
      - {id: e4, event: visit, when: [between 2019 and 2020, a few days after e2], time: "14:30", tries: 2 to 4}
      - {id: e5, event: action_agreed, when: 2 weeks after e4, due: about 3 weeks, action: call, involved: [mother]}
      - {id: e6, event: extended, when: about same day as e5, until: 3 weeks after e5, order: free}
      - {id: e7, event: group_held, when: 2019-11-04, invited: [mother, social_worker], attended: {some: [mother], not: [social_worker]}}
      - {id: e8, event: visit, present: {some: [mother], not: [social_worker]}, every: more than 1 week, when: after e4}
      - {id: e9, event: plan_ended, for: [theo], when: 2019-12-20}

    """
}
