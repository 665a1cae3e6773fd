/// How all children and clocks stood at one time, for conditions that are asked later.
struct ReferencePicture {
  var children: [ReferenceChild]
  let clocks: [ReferenceClock]
}

extension ReferenceRun {
  /// How everything stands now.
  func picture() -> ReferencePicture { ReferencePicture(children: children, clocks: clocks) }
}
