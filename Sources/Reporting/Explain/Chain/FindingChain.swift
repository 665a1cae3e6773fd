import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// The chain of states, conditions and events that led to a finding, in the order in which they came.
struct FindingChain {
  /// How many states on the way are told at most, the last ones.
  static let mostStates = 4

  let reported: ReportedCase
  let finding: Finding

  init(_ reported: ReportedCase, _ finding: Finding) {
    self.reported = reported
    self.finding = finding
  }

  var links: [ChainLink] {
    if let judgement = finding.judgement { return links(of: judgement) }
    return finding.departure.map(links(of:)) ?? []
  }

  // MARK: - What was judged

  private func links(of judgement: Judgement) -> [ChainLink] {
    let rule = reported.procedure.rules[judgement.rule]
    let way = states(of: rule.workflow, episode: judgement.episode, through: judgement.opened, judgement.openingEvent)
    return inOrder(way + standing(rule, judgement)) + opening(judgement, rule) + conditions(of: rule, judgement)
      + bearing(judgement, rule) + due(judgement, rule) + end(judgement, rule)
  }

  /// Links by the middle of their days; those without a day first.
  private func inOrder(_ links: [ChainLink]) -> [ChainLink] {
    links.enumerated().sorted { a, b in
      (a.element.happened?.middle ?? .earliest, a.offset) < (b.element.happened?.middle ?? .earliest, b.offset)
    }.map(\.element)
  }

  private func opening(_ judgement: Judgement, _ rule: Rule) -> [ChainLink] {
    let opening = judgement.openingEvent
    let happened = opening.map(reported.span) ?? judgement.opened
    let member = reported.member(of: judgement).map { " for the \($0)" } ?? ""
    let with = opening.map { " with \(reported.named($0))" } ?? ""
    let entered = opening.flatMap { stateEntered(with: $0, rule.workflow) }.map { ", which enters \($0)" } ?? ""
    let text: String
    switch rule.form {
    case .deadline, .cadence: text = "The clock opens\(member)\(with)\(entered)."
    case .check: text = "The check is made\(member)\(with)\(entered)."
    case .invariant:
      let came = opening.map { "\(reported.named($0)) came\(entered), and from" } ?? "From"
      text = "\(came) here on what the rule asks did not hold\(member)."
    }
    var links = [ChainLink(.opening, happened, event: opening, text)]
    if let opening, reported.start(of: judgement) != reported.history.events[opening].identifier {
      links.append(
        ChainLink(.counting, judgement.opened, "It counts from \(reported.start(of: judgement) ?? judgement.opened.inWords)."))
    }
    return links
  }

  /// What the verdict rests on besides: what was asked for, what lengthened the clock.
  private func bearing(_ judgement: Judgement, _ rule: Rule) -> [ChainLink] {
    let told = [judgement.openingEvent, judgement.closingEvent, reported.absenceThatEnds(judgement)]
    let others = reported.evidence(of: finding).filter { !told.contains($0) }
    return reported.inOrder(others).map { number in
      let entry = reported.history.events[number]
      let text: String
      if !entry.wasDone {
        text = "\(reported.named(number)) is recorded as not done."
      } else if case .deadline(let deadline) = rule.form, let extended = deadline.extended,
        extended.pattern.leaves.contains(where: { $0.event == entry.event })
      {
        text = "\(reported.named(number)) lengthens the limit."
      } else if number == reported.settingEvent(of: judgement) {
        text = "\(reported.named(number)) sets the length of the clock."
      } else {
        text = "\(reported.named(number)) is looked at."
      }
      return ChainLink(.event, reported.span(of: number), event: number, text)
    }
  }

  private func due(_ judgement: Judgement, _ rule: Rule) -> [ChainLink] {
    guard let due = judgement.due else { return [] }
    let limit = reported.limit(of: rule, in: judgement).map { ": \($0)" } ?? ""
    let isOver = if case .invariant = rule.form { true } else { false }
    let head = ChainLink(.due, due, isOver ? "It may hold no longer\(limit)." : "It falls due\(limit).")
    return [head] + ClockWalk(reported).steps(of: judgement).map { ChainLink(.due, nil, $0) }
  }

  private func end(_ judgement: Judgement, _ rule: Rule) -> [ChainLink] {
    guard let ended = judgement.ended else { return [] }
    if let absence = reported.absenceThatEnds(judgement) {
      return [
        ChainLink(
          .end, ended, event: absence,
          "The record says that \(reported.title(ofEvent: reported.history.events[absence].event)) did not take place "
            + "\(reported.stretch(ofAbsence: absence)) (\(reported.history.events[absence].identifier)); it does not say more than that."
        )
      ]
    }
    if judgement.ending == .observationEnded || judgement.isOpenEnded {
      return [ChainLink(.end, ended, "Nothing ended it by the end of the record.")]
    }
    let closing = judgement.closingEvent.map { " with \(reported.named($0))" } ?? ""
    return [ChainLink(.end, ended, event: judgement.closingEvent, "\(judgement.ending.inWords.capitalised)\(closing).")]
  }

  // MARK: - Steps passed over

  private func links(of departure: Departure) -> [ChainLink] {
    let workflow = reported.procedure.workflows[departure.workflow]
    let way = states(of: departure.workflow, episode: departure.episode, through: departure.happened, departure.event)
    var links = way
    if way.isEmpty, let first = departure.jumped.first {
      let state = workflow.states[workflow.transitions[first].from].inWords
      links.append(ChainLink(.state, nil, "Until then the case stands in \(state)."))
    }
    if let since = departure.since, !way.contains(where: { $0.event == since }) {
      links.append(
        ChainLink(.event, reported.span(of: since), event: since, "\(reported.named(since)) was the last step before it."))
    }
    for (place, index) in departure.jumped.enumerated() {
      let transition = workflow.transitions[index]
      let to = transition.to.map { workflow.states[$0].inWords }.joinedInWords()
      let record = reported.record(of: index, passedOverIn: departure)
      let way = "from \(workflow.states[transition.from].inWords)\(to.isEmpty ? "" : " to \(to)")"
      links.append(
        ChainLink(.step, nil, "Passed over, \(place + 1): \(reported.step(transition, of: workflow)), \(way): \(record)."))
    }
    let came =
      switch departure.kind {
      case .jumped: "came. The fewest required steps that lead to it are those passed over"
      case .outOfOrder: "came. No steps lead to it from where the case stood"
      case .undecided: "came. Which of several ways it took is not recorded"
      }
    links.append(
      ChainLink(.departure, departure.happened, event: departure.event, "\(reported.named(departure.event)) \(came)."))
    return links
  }
}

extension ReportedCase {
  /// Entries in order of day, then as they stand in the file.
  func inOrder(_ numbers: [Int]) -> [Int] {
    numbers.sorted {
      (history.times.nominal[history.events[$0].time], $0) < (history.times.nominal[history.events[$1].time], $1)
    }
  }
}
