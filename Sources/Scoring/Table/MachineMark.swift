/// Whether a machine could see a reviewer's finding in the chronology alone.
public enum MachineMark: String, Sendable, CaseIterable {
  case yes
  case partly
  case no
}
