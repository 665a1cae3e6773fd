import CivilTime
import Conditions
import Procedures
import Replay

/// A figure that a rule takes from a parameter, as it stood when the rule was applied.
struct Figure {
  let parameter: String
  let value: String
  /// The profile that set it; `nil` where the procedure did.
  let profile: String?
  /// Who says so, as one line.
  let source: String
  let citation: Citation?

  /// The value, what it is a figure of, who set it and who says so.
  var inWords: String {
    "\(value) (\(parameter.asWords)\(profile.map { ", profile \($0)" } ?? "")): \(source)"
  }
}

extension ReportedCase {
  /// The lengths of a finding's rule that a parameter gives, and its other figures that have a source of their own.
  func figures(of finding: Finding) -> [Figure] {
    guard let rule = rule(finding), let opened = finding.judgement?.opened else { return [] }
    let lengths = rule.lengthParameters
    return rule.parameters.sorted().compactMap { index in
      let parameter = procedure.parameters[index]
      let isOwn = parameter.citation.map { !isAlike($0, rule.citation) } ?? origin.isFromProfile(parameter.place)
      guard lengths.contains(index) || isOwn else { return nil }
      return Figure(
        parameter: parameter.name, value: inWords(.parameter(index), openedOn: opened),
        profile: origin.isFromProfile(parameter.place) ? procedure.profile : nil,
        source: isOwn ? source(of: parameter) : "source as the rule's", citation: parameter.citation)
    }
  }

  /// Who gives a figure; what a profile sets without a source outside Plumbline is a figure of that profile.
  func source(of parameter: Parameter) -> String {
    let isFromProfile = origin.isFromProfile(parameter.place)
    guard let citation = parameter.citation else {
      return isFromProfile ? "a figure of this profile, which names no source for it" : "source as the rule's"
    }
    let source = procedure.sources[citation.source]
    guard isFromProfile, source.force == .ours, !origin.isFromProfile(source.place) else { return inWords(citation) }
    return "a figure of this profile, which no source gives"
  }

  /// The source of a rule; a rule that a profile sets without a source outside Plumbline is one of that profile.
  func source(of rule: Rule) -> String {
    guard isWithoutSource(rule) else { return inWords(rule.citation) }
    return "a rule of the profile \(procedure.profile ?? ""), which no source gives"
  }

  /// The force of a rule in words, as that of whoever wrote it where no source outside Plumbline gives it.
  func force(of rule: Rule) -> String {
    let source = procedure.sources[rule.citation.source]
    return isWithoutSource(rule) ? "a rule of the profile's own" : force(of: source)
  }

  /// Whether a profile sets a rule for which it names no source outside Plumbline.
  func isWithoutSource(_ rule: Rule) -> Bool {
    let source = procedure.sources[rule.citation.source]
    return origin.isFromProfile(rule.place) && source.force == .ours && !origin.isFromProfile(source.place)
  }

  private func isAlike(_ a: Citation, _ b: Citation) -> Bool { a.source == b.source && a.at == b.at }
}

extension ReportedCase {
  /// A citation as one line: title, place in it, force and how far the text was read.
  func inWords(_ citation: Citation) -> String {
    let source = procedure.sources[citation.source]
    let place = [source.title, citation.at].compactMap(\.self).joined(separator: ", ")
    let standing = [force(of: source), citation.evidence?.inWords].compactMap(\.self).joined(separator: "; ")
    return "\(place) (\(standing))"
  }

  /// The force of a source in words; a figure without a source is told as that of whoever set it.
  func force(of source: Source) -> String {
    guard source.force == .ours else { return source.force.inWords }
    if origin.isFromProfile(source.place) { return "a figure of the profile \(procedure.profile ?? "")" }
    return origin.isBuiltIn ? source.force.inWords : "a figure of the procedure's own"
  }
}
