import CivilTime
import Conditions
import Procedures

extension SCXMLWriting {
  /// An `<onentry>` or `<onexit>` for each block of actions.
  func writeHandler(_ name: String, _ actions: [Action], to xml: inout XMLText) {
    let blocks = actions.compactMap { if case .block(let actions) = $0 { actions } else { nil } }
    let isInBlocks = !blocks.isEmpty && blocks.count == actions.count
    for block in isInBlocks ? blocks : [actions] where isInBlocks || !block.isEmpty {
      xml.element(name, []) { write(block, to: &$0) }
    }
  }

  func write(_ actions: [Action], to xml: inout XMLText) { for action in actions { write(action, to: &xml) } }

  private func write(_ action: Action, to xml: inout XMLText) {
    switch action {
    case .raise(let signal):
      xml.element("raise", [("event", event(of: signal)), ("plumbline:signal", isOwn ? workflow.signals[signal] : nil)])
    case .send(let signal, let after):
      xml.element(
        "send",
        [
          ("event", event(of: signal)), ("delay", Self.delay(of: after)),
          ("plumbline:signal", isOwn ? workflow.signals[signal] : nil), ("plumbline:after", after.description),
        ])
    case .post(let signal, let after, let identifier):
      let delay = after > .zero ? DelayText.text(of: after) : nil
      xml.element("send", [("event", event(of: signal)), ("delay", delay), ("id", identifier)])
    case .cancel(let identifier): xml.element("cancel", [("sendid", identifier)])
    case .log(let label, let text): xml.element("log", [("label", label.isEmpty ? nil : label), ("expr", Self.literal(text))])
    case .choose(let branches): writeChoice(branches, to: &xml)
    // The shortest send that fails.
    case .fail: xml.element("send", [("event", "undeliverable"), ("target", "nowhere")])
    case .block(let actions): write(actions, to: &xml)
    }
  }

  private func event(of signal: Int) -> String {
    isOwn ? "signal.\(workflow.signals[signal])" : workflow.signals[signal]
  }

  private func writeChoice(_ branches: [Action.Branch], to xml: inout XMLText) {
    guard let first = branches.first else { return }
    xml.element("if", [("cond", first.when.map(condition) ?? "true")]) { xml in
      write(first.actions, to: &xml)
      for branch in branches.dropFirst() {
        if let when = branch.when { xml.element("elseif", [("cond", condition(when))]) } else { xml.element("else", []) }
        write(branch.actions, to: &xml)
      }
    }
  }

  /// A text between quotation marks it does not hold; one that holds both is told as it is written.
  private static func literal(_ text: String) -> String? {
    if text.isEmpty { return nil }
    if !text.contains("'"), !text.contains("\\") { return "'\(text)'" }
    return text.contains("\"") || text.contains("\\") ? text : "\"\(text)\""
  }

  /// The least time that a period of the calendar can take.
  private static func delay(of period: Period) -> String {
    let hours = period.unit == .hour ? period.count : period.shortestDays * 24
    return "\(max(0, hours) * 3600)s"
  }
}

extension Action {
  /// Whether SCXML writes it with an expression.
  var asksAnything: Bool {
    switch self {
    case .choose: true
    case .log(_, let text): !text.isEmpty
    case .block(let actions): actions.contains(where: \.asksAnything)
    case .raise, .send, .post, .cancel, .fail: false
    }
  }
}
