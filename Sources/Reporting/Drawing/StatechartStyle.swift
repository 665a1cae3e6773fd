/// The looks of a statechart, for a light and for a dark ground.
enum StatechartStyle {
  /// How many colours tell the lines of neighbouring states apart.
  static let colours = 6

  static let sheet = """
    <style>
    text { font: \(DrawnText.fontSize)px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #1f2328; }
    .title { font-weight: 600; }
    .ground { fill: #ffffff; }
    .state { stroke: #57606a; stroke-width: 1.2; }
    .depth0 { fill: #f3f5f8; } .depth1 { fill: #ffffff; } .depth2 { fill: #e9edf2; }
    .region { fill: none; stroke-dasharray: 2 3; }
    .inner { fill: none; stroke: #57606a; }
    .dot { fill: #1f2328; }
    .begin { stroke: #1f2328; stroke-width: 1.4; fill: none; }
    .head { fill: #1f2328; }
    .step { fill: none; stroke-width: 1.4; }
    .optional { stroke-dasharray: 5 4; }
    .stay.optional { stroke-dasharray: 4 2; }
    .step.stay { stroke: #57606a; } .head.stay { fill: #57606a; }
    .step.to0 { stroke: #0b61c4; } .head.to0, .knot.to0 { fill: #0b61c4; }
    .step.to1 { stroke: #a34a00; } .head.to1, .knot.to1 { fill: #a34a00; }
    .step.to2 { stroke: #1a7f37; } .head.to2, .knot.to2 { fill: #1a7f37; }
    .step.to3 { stroke: #7440cf; } .head.to3, .knot.to3 { fill: #7440cf; }
    .step.to4 { stroke: #b02a7c; } .head.to4, .knot.to4 { fill: #b02a7c; }
    .step.to5 { stroke: #0d7280; } .head.to5, .knot.to5 { fill: #0d7280; }
    @media (prefers-color-scheme: dark) {
    text { fill: #e6e8eb; }
    .ground { fill: #16181c; }
    .state, .inner { stroke: #8b949e; }
    .depth0 { fill: #22262c; } .depth1 { fill: #191c20; } .depth2 { fill: #2b3037; }
    .dot, .head { fill: #e6e8eb; } .begin { stroke: #e6e8eb; }
    .step.stay { stroke: #8b949e; } .head.stay { fill: #8b949e; }
    .step.to0 { stroke: #62aeff; } .head.to0, .knot.to0 { fill: #62aeff; }
    .step.to1 { stroke: #e9a15b; } .head.to1, .knot.to1 { fill: #e9a15b; }
    .step.to2 { stroke: #4cc564; } .head.to2, .knot.to2 { fill: #4cc564; }
    .step.to3 { stroke: #c4a0ff; } .head.to3, .knot.to3 { fill: #c4a0ff; }
    .step.to4 { stroke: #f787bf; } .head.to4, .knot.to4 { fill: #f787bf; }
    .step.to5 { stroke: #46c9d4; } .head.to5, .knot.to5 { fill: #46c9d4; }
    }
    </style>
    """
}
