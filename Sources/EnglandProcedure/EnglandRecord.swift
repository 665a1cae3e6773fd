public import CaseRecords

/// A case recorded in the words of the national procedure.
///
/// The words themselves, `England` with its roles, events and states, are made from `workflows/england` when the package
/// is built.
public typealias EnglandRecord = CaseRecord<England>
