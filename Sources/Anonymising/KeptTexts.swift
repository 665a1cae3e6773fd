import Conditions
import Procedures

/// The attributes of free text by which a procedure joins events, such as what was agreed and whether it was done.
///
/// Of any other text nothing is kept, for no rule reads it.
struct KeptTexts {
  private let attributes: Set<AttributeIndex>

  init(_ procedure: Procedure) {
    var references = References()
    for rule in procedure.rules { references.formUnion(rule.references) }
    for transition in procedure.workflows.flatMap(\.transitions) { references.formUnion(transition.references) }
    attributes = Set(references.attributes.map(\.attribute))
  }

  func contains(_ attribute: AttributeIndex) -> Bool { attributes.contains(attribute) }
}
