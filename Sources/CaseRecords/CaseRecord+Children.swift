import Diagnostics

extension CaseRecord {
  /// Adds a child under a name for the record, which should be a pseudonym.
  public mutating func child(_ name: String, file: String = #fileID, line: Int = #line) -> RecordedChild {
    children.append(ChildLine(name: name, place: Place(file: file, line: line, column: 1)))
    return RecordedChild(name: name)
  }

  /// When judging begins; without it, with the child's first event.
  public mutating func known(
    _ child: RecordedChild, from moment: some Moment, file: String = #fileID, line: Int = #line
  ) {
    state("known", moment, of: child, at: Place(file: file, line: line, column: 1))
  }

  /// When the child was born; without it the child counts as born.
  public mutating func born(
    _ child: RecordedChild, _ moment: some Moment, file: String = #fileID, line: Int = #line
  ) {
    state("born", moment, of: child, at: Place(file: file, line: line, column: 1))
  }

  /// When judging ends; without it, with the observation.
  public mutating func judged(
    _ child: RecordedChild, until moment: some Moment, file: String = #fileID, line: Int = #line
  ) {
    state("until", moment, of: child, at: Place(file: file, line: line, column: 1))
  }

  /// Where the child already stood in a workflow when the record opens.
  public mutating func starts<States: WorkflowStates>(
    _ child: RecordedChild, in state: States, file: String = #fileID, line: Int = #line
  ) where States.Procedure == Procedure {
    let place = Place(file: file, line: line, column: 1)
    change(child, at: place) { $0.startsIn.write(States.workflow, .list(state.paths), at: place) }
  }

  private mutating func state(_ key: String, _ moment: some Moment, of child: RecordedChild, at place: Place) {
    change(child, at: place) { $0.moments.write(key, .word(moment.words), at: place) }
  }

  private mutating func change(_ child: RecordedChild, at place: Place, _ change: (inout ChildLine) -> Void) {
    guard let index = children.firstIndex(where: { $0.name == child.name }) else {
      misuses.append(
        Diagnostic(.unknownChild, "The record has no such child.", at: place, mend: "Add the child to this record first."))
      return
    }
    change(&children[index])
  }
}
