public import Diagnostics

/// Holds a file of any kind against its description.
public enum FileShape {
  /// Every key and value that the description of the kind does not know, in reading order.
  ///
  /// Codes: PL2001, PL2002, PL2003, PL2005, PL2110, PL2203, PL2207, PL2208.
  public static func faults(of node: PlacedNode, as kind: FileKind) -> [Diagnostic] {
    ShapeChecker.faults(of: node, as: kind).inReadingOrder()
  }
}
