public import Diagnostics
import Expectations
import Procedures
public import Replay

/// Reports as annotations for GitHub: one line each, in the order of the report.
public enum GitHubAnnotations {
  /// What is wrong with input: an error or a warning each, and a notice for each note that has a place.
  ///
  /// - Parameter files: the names of files; what is wrong with anything else is told without one.
  public static func text(of problems: [Diagnostic], files: Set<String>) -> String {
    problems.inReadingOrder().flatMap { problem in
      let isOfAFile = problem.place.line > 0 || files.contains(problem.place.file)
      let message = isOfAFile ? problem.inOneText : "\(problem.place.file): \(problem.inOneText)"
      let notes = problem.notes.compactMap { note in
        note.place.map {
          GitHubAnnotation(level: .notice, place: $0, title: "See \(problem.code.label)", message: [note.message])
        }
      }
      return [
        GitHubAnnotation(
          level: problem.severity == .error ? .error : .warning, place: isOfAFile ? problem.place : nil,
          title: problem.code.label, message: [message])
      ] + notes
    }.map(\.text).joined()
  }

  /// What the search for drift claims: a warning each, with its example.
  public static func text(of drift: [DriftReport]) -> String {
    drift.flatMap(\.claims).map { claim in
      GitHubAnnotation(
        level: claim.code.severity == .error ? .error : .warning, place: claim.place,
        title: [claim.code.label, ClaimPage.on(claim.code.label)?.title].compactMap(\.self).joined(separator: " "),
        message: claim.lines
      ).text
    }.joined()
  }

  /// Findings at the events that they rest on: an error where it reaches the threshold, else a warning, and a notice for
  /// what is not recorded.
  public static func text(of cases: [ReportedCase], selection: FindingSelection, threshold: FindingThreshold) -> String {
    cases.flatMap { reported in
      reported.findings(selection).map { finding in
        let level: GitHubAnnotation.Level =
          finding.kind == .notRecorded ? .notice : threshold.isReached(by: finding) ? .error : .warning
        return GitHubAnnotation(
          level: level, place: reported.place(of: finding), title: finding.identifier,
          message: FindingLines(reported).lines(of: finding)
        ).text
      }
    }.joined()
  }

  /// Every expectation that fails, and every threshold that is not reached: an error each.
  public static func text(
    of tried: [TriedExpectations], coverage: ReplayCoverage, thresholds: [CoverageThreshold]
  ) -> String {
    let failing = tried.flatMap { file in
      let words = ExpectationWords(file.reported)
      return file.outcomes.compactMap { outcome in
        outcome.shortfall.map { shortfall in
          GitHubAnnotation(
            level: .error, place: outcome.place, title: words.claim(outcome.claim),
            message: words.lines(of: shortfall).map { "\($0.label): \($0.text)" })
        }
      }
    }
    let short = thresholds.filter { !$0.isReached(by: coverage.counts) }.map { threshold in
      GitHubAnnotation(level: .error, place: nil, title: threshold.text, message: [threshold.found(in: coverage.counts)])
    }
    return (failing + short).map(\.text).joined()
  }
}

extension ReportedCase {
  /// Where the history has the event that opened what a finding is about, or that shows it; else the history as a whole.
  fileprivate func place(of finding: Finding) -> Place? {
    let event = finding.judgement?.openingEvent ?? finding.departure?.event ?? evidence(of: finding).first
    return identifier(ofEvent: event).flatMap(words.place) ?? words.place.map { Place(file: $0.file, line: 0, column: 0) }
  }
}
