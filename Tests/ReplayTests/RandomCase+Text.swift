import CivilTime
import Conditions
import Histories
import Procedures

extension RandomCase: CustomStringConvertible {
  /// The case in a short notation, near to that of a history file.
  var description: String {
    var lines: [String] = []
    for (index, child) in children.enumerated() {
      let parts = [
        child.known.map { "known: \($0)" }, child.born.map { "born: \($0)" }, child.until.map { "until: \($0)" },
        child.startsIn.isEmpty ? nil : "starts in: \(child.startsIn.map { "w\($0.workflow)#\($0.state)" })",
      ]
      lines.append("  c\(index): {\(parts.compactMap(\.self).joined(separator: ", "))}")
    }
    for stretch in complete {
      let ends = "\(stretch.from.map { "\($0)" } ?? "")..\(stretch.until.map { "\($0)" } ?? "")"
      lines.append("  complete for \(stretch.event) of \(stretch.children.sorted()) \(ends)")
    }
    lines += entries.map(line)
    lines.append("  observed until \(observedUntil)\(asOf.map { ", as of \($0)" } ?? "")")
    return lines.joined(separator: "\n")
  }

  private func line(_ entry: Entry) -> String {
    let marks = [
      entry.isDone ? nil : "not done for \(entry.lasting) days", entry.isFree ? "free" : nil,
      entry.minute.map { "at minute \($0)" },
    ]
    let attributes = entry.attributes.map { "\($0.name)\($0.child.map { "(c\($0))" } ?? "")=\(text(of: $0.value))" }
    let all = ["\(entry.claims)", "\(entry.children.sorted())"] + marks.compactMap(\.self) + attributes
    return "  \(entry.identifier): \(entry.event) " + all.joined(separator: " ")
  }

  private func text(of value: Value) -> String {
    switch value {
    case .truth(let truth): "\(truth)"
    case .choice(let choice): "#\(choice)"
    case .set(let set): "in \(members(set.inside)) not \(members(set.outside))"
    case .number(let range): "\(range.least.flatMap(\.whole) ?? -1)...\(range.most.flatMap { $0.whole }.map { "\($0)" } ?? "")"
    case .date(let date): "\(date.earliest)..\(date.latest)"
    case .duration(let range): "\(range.least)...\(range.most.map { "\($0)" } ?? "")"
    default: "\(value)"
    }
  }

  private func members(_ bits: UInt128) -> [Int] { (0..<3).filter { bits & (1 << UInt128($0)) != 0 } }
}

extension RandomCase.Moment: CustomStringConvertible {
  var description: String {
    switch self {
    case .event(let name): name
    case .day(let day): "\(day)"
    }
  }
}

extension RandomCase.Claim: CustomStringConvertible {
  var description: String {
    switch self {
    case .on(let day): "\(day)"
    case .between(let first, let last): "\(first)..\(last)"
    case .after(let name, let least, let most): "\(least) to \(most) days after \(name)"
    }
  }
}
