/// The closed list of what can be wrong with an input.
///
/// Thousands are the stage: 1 the text and its YAML, 2 a procedure and what stands where in a file, 3 a condition, 4 a
/// history, 5 a claim about a procedure, 6 a command, 7 a table of a reviewer's findings, and from 7500 on a file of
/// expectations, 8 the types of Swift made from a procedure, from 8100 on extracts of other systems, from 8500 on
/// statistics and the case loads made by them, and from 8600 on cases made anonymous, 9 SCXML and conversion. A code is
/// never reused and never derived from a name.
public enum DiagnosticCode: Int, Sendable, CaseIterable, Hashable {
  // 1: text and YAML
  case notUTF8 = 1001
  case emptyFile = 1002
  case fileTooLarge = 1003
  case yamlSyntax = 1004
  case yamlAnchor = 1005
  case yamlTag = 1006
  case yamlDuplicateKey = 1007
  case yamlManyDocuments = 1008
  case unreadableFile = 1009
  case missingFile = 1010
  case isADirectory = 1011
  case nestedTooDeeply = 1012

  // 2: procedures
  case unknownKey = 2001
  case missingKey = 2002
  case wrongShape = 2003
  case unknownFileKind = 2004
  case badName = 2005
  case duplicateName = 2006
  case unknownEvent = 2101
  case unknownRole = 2102
  case unknownState = 2103
  case unknownSource = 2104
  case unknownRule = 2106
  case unknownAttribute = 2107
  case unknownWorkflow = 2108
  case unknownForce = 2109
  case unknownFindingKind = 2110
  case unknownCalendar = 2111
  case unknownSignal = 2112
  case unknownTransition = 2113
  case badAttributeType = 2201
  case badPeriod = 2202
  case badDate = 2203
  case badDateRange = 2204
  case badPattern = 2205
  case badTrigger = 2206
  case badInteger = 2207
  case badTruth = 2208
  case noStartState = 2301
  case twoStartStates = 2302
  case startOutsideState = 2303
  case historyOutsideState = 2304
  case endStateWithTransition = 2305
  case transitionWithoutTrigger = 2306
  case parallelWithStart = 2307
  case overlappingTransitions = 2308
  case targetsNotParallel = 2309
  case missingSource = 2401
  case ruleFormUnclear = 2402
  case ruleKeyOutOfForm = 2403
  case ruleCircle = 2404
  case parameterWrongType = 2405
  case parameterDatesUnsorted = 2406
  case profileExtendsUnknown = 2407
  case profileNothingToTurnOff = 2408
  case tooManyMembers = 2409
  case checkWithoutKind = 2410
  case noVocabulary = 2411
  case noWorkflow = 2412
  case durationExpressionType = 2413
  case stateConditionOnly = 2414
  case eachNotASet = 2415
  case extensionUnclear = 2416
  case aheadNeedsDate = 2417
  case noProcedureFile = 2418
  case slotsHaveNoClock = 2419
  case profileParameterUnknown = 2420
  case contextEventUsed = 2421

  // 3: conditions
  case conditionSyntax = 3001
  case unexpectedCharacter = 3002
  case unclosedText = 3003
  case unclosedBracket = 3004
  case badLiteral = 3005
  case zoneName = 3006
  case yearTooFar = 3007
  case unknownName = 3101
  case unknownFunction = 3102
  case unknownMember = 3103
  case ambiguousName = 3104
  case nameNotAvailableHere = 3105
  case unknownType = 3106
  case wrongArgumentCount = 3201
  case wrongArgumentType = 3202
  case operandTypes = 3203
  case notATruth = 3204
  case unknownChoice = 3205
  case notAList = 3206
  case comparedWithNull = 3207
  case eventUsedAsTruth = 3208
  case wrongResultType = 3209

  // 4: histories
  case historyUnknownKey = 4001
  case historyMissingKey = 4002
  case historyWrongShape = 4003
  case duplicateEventIdentifier = 4004
  case duplicateChild = 4005
  case unknownHistoryEvent = 4101
  case unknownHistoryAttribute = 4102
  case attributeValueWrongType = 4103
  case unknownChild = 4104
  case unknownEventReference = 4105
  case unknownHistoryRole = 4106
  case unknownHistoryState = 4107
  case whenNotUnderstood = 4201
  case whenMissing = 4202
  case whenCircular = 4203
  case contradictoryTimes = 4204
  case noAnchor = 4205
  case dateOutsideCalendar = 4206
  case emptyRange = 4207
  case doneNotFalse = 4208
  case completeRangeReversed = 4209
  case forMissing = 4210
  case untilBeforeKnown = 4211
  case noEvents = 4212
  case noChildren = 4213
  case badHistoryName = 4214
  case tooManyChildren = 4215

  // 5: claims
  case unreachableState = 5001
  case noWayOn = 5002
  case conditionNeverHolds = 5003
  case ruleNeverOpens = 5004
  case ruleNeverCloses = 5005
  case rulesContradict = 5006
  case parameterGap = 5007
  case neverRests = 5008
  case unusedEvent = 5101
  case unusedRole = 5102
  case unusedAttribute = 5103
  case unusedParameter = 5104
  case unusedSource = 5105
  case driftHole = 5010
  case clockOutlivesWorkflow = 5011
  case timescalesNotMetTogether = 5012
  case coverageRuleUnknown = 5201
  case coverageParameterUnknown = 5202
  case coverageFigureDiffers = 5203
  case coverageUnclear = 5204
  case coverageProfileUnknown = 5205

  // 6: commands
  case unknownProcedure = 6001
  case unknownProfile = 6002
  case unknownFinding = 6003
  case procedureMissing = 6004
  case badAsOfDate = 6005
  case badOnly = 6006
  case nothingToRead = 6007
  case notAHistory = 6008
  case notOneProcedure = 6009
  case unknownClaim = 6010
  case unknownBeside = 6011
  case exampleExists = 6012
  case exampleNotWritten = 6013
  case unknownPathWorkflow = 6021
  case unknownPathMeasure = 6022
  case pathLengthUnclear = 6023
  case pathExists = 6024
  case pathNotWritten = 6025
  case unknownFormat = 6031
  case tableUnclear = 6032
  case optionWithoutEffect = 6033
  case writtenIsRead = 6034
  case writtenTwice = 6035
  case comparisonExists = 6041
  case comparisonNotWritten = 6042
  case unknownDrawnWorkflow = 6051
  case drawnIsNothing = 6052
  case drawnNeedsFolder = 6053
  case drawnFormatUnfit = 6054
  case drawnExists = 6055
  case drawnNotWritten = 6056
  case pageExists = 6061
  case pageNotWritten = 6062
  case pagesAreHTML = 6063

  // 7: tables of findings
  case findingsRowTwice = 7001
  case findingsRowMissing = 7002
  case findingsRowOutOfOrder = 7003
  case findingsRowUnclear = 7004
  case findingsHistoryMissing = 7005
  case findingsOfAnotherHistory = 7006
  case findingTwice = 7007
  case findingNameDiffers = 7008
  case findingChildUnknown = 7101
  case findingRuleUnknown = 7102
  case findingMemberUnknown = 7103
  case findingEventUnknown = 7104

  // 7500: expectations
  case expectationHistoryMissing = 7501
  case expectationRuleUnknown = 7502
  case expectationWorkflowUnknown = 7503
  case expectationStateUnknown = 7504
  case expectationChildUnknown = 7505
  case expectationEventUnknown = 7506
  case expectationStepUnknown = 7507
  case expectationMemberUnknown = 7508
  case expectationTimeUnclear = 7509
  case expectationLengthUnclear = 7510
  case expectationNeverHolds = 7511
  case expectationSaysNothing = 7512
  case recordedFileExists = 7521
  case recordedNotWritten = 7522
  case recordedIsNotOneHistory = 7523
  case thresholdUnclear = 7531

  // 7600: scenarios
  case decisionNamedTwice = 7601
  case choiceNamedTwice = 7602
  case decisionOutOfOrder = 7603
  case scenarioNotDated = 7604
  case choiceUnknown = 7605
  case tooFewChoices = 7606
  case notAScenario = 7607
  case answersOfAnother = 7611
  case answerNotAChoice = 7612
  case answersFileWrong = 7613
  case sessionNotWritten = 7621
  case transcriptNotWritten = 7622
  case notASession = 7623
  case transcriptExists = 7624
  case trainingFilesAreOne = 7625

  // 8: types of Swift
  case swiftNameTaken = 8001

  // 8100: extracts and the mappings that read them
  case mappingUnfit = 8101
  case mappingUnclear = 8102
  case mappingMissing = 8103
  case notAMapping = 8104
  case mappingNotBegun = 8105
  case extractDateUnclear = 8111
  case extractWordUnknown = 8112
  case extractEventUnknown = 8113
  case eventAfterObservation = 8114
  case caseComesAgain = 8121
  case caseUnnamed = 8122
  case columnMissing = 8131
  case columnUnknown = 8132
  case columnTwice = 8133
  case fieldCountDiffers = 8134
  case tableUnknown = 8135
  case tableQuotes = 8141
  case extractEncoding = 8142
  case extractNotText = 8143
  case recordTooLong = 8144
  case extractEmpty = 8145
  case jsonSyntax = 8151
  case jsonShape = 8152
  case xmlExtractSyntax = 8161
  case xmlExtractShape = 8162
  case gzipDamaged = 8171
  case workbookDamaged = 8172
  case extractUnreadable = 8181
  case reportExists = 8191
  case reportUnfinished = 8192
  case reportNotWritten = 8193
  case checkpointUnclear = 8194
  case extractChanged = 8195
  case manifestUnclear = 8196
  case manifestDisagrees = 8197
  case partitionUnmatched = 8198
  case partitionsOverlap = 8199
  case gatheredExists = 8201
  case gatheredNotWritten = 8202
  case unfinishedChanged = 8203
  case reportUnderWay = 8204
  // 8500: statistics, and case loads made by them
  case figureMissing = 8501
  case figureUnknown = 8502
  case figureOfAnotherForm = 8503
  case figureWordUnknown = 8504
  case figureLengthUnclear = 8505
  case figureLengthsOutOfOrder = 8506
  case figureTableUnknown = 8507
  case figureWithoutLimit = 8508
  case figuresDoNotFit = 8509
  case statisticsDaysUnclear = 8510
  case notStatistics = 8511
  case statisticsOfAnotherProcedure = 8512
  case loadSizeUnclear = 8521
  case loadFormUnknown = 8522
  case loadExists = 8523
  case loadNotWritten = 8524
  case loadNeedsFolder = 8525
  // 8600: cases made anonymous
  case pseudonymKeyTooShort = 8601
  case anonymousDatesUnknown = 8602
  case anonymousFormUnknown = 8603
  case anonymousNeedsFolder = 8604
  case anonymousNumberUnclear = 8605
  case quasiIdentifierUnknown = 8606
  case anonymousExists = 8607
  case anonymousNotWritten = 8608
  case pseudonymTwice = 8609
  case bulkFormCannotSay = 8610
  case anonymousInPlaceOfInput = 8611

  // 9: SCXML, and files converted from and to it
  case xmlSyntax = 9001
  case xmlUnclosed = 9002
  case xmlAttributeTwice = 9003
  case xmlUnknownPrefix = 9004
  case xmlEntity = 9005
  case xmlDoctype = 9006
  case xmlEncoding = 9007
  case xmlNestedTooDeeply = 9008
  case scxmlNotTheRoot = 9101
  case scxmlUnknownElement = 9102
  case scxmlElementElsewhere = 9103
  case scxmlUnknownAttribute = 9104
  case scxmlMissingAttribute = 9105
  case scxmlMissingElement = 9106
  case scxmlBadValue = 9107
  case scxmlTextElsewhere = 9108
  case scxmlElementTwice = 9109
  case scxmlIdentifierTwice = 9110
  case scxmlUnknownState = 9111
  case scxmlTargetsNotTogether = 9112
  case scxmlTargetOutside = 9113
  case scxmlStartTwice = 9114
  case scxmlStartUnneeded = 9115
  case scxmlHistoryCircle = 9116
  case scxmlTransitionWithoutTrigger = 9117
  case scxmlConditionSyntax = 9118
  case scxmlNoState = 9119
  case scxmlElementNotCovered = 9201
  case scxmlAttributeNotCovered = 9202
  case scxmlConditionNotCovered = 9203
  case scxmlDataModelNotCovered = 9204
  case scxmlExtensionLeftOut = 9205
  case scxmlLogKeptAsText = 9206
  case scxmlSendFails = 9207
  case scxmlInUnknownState = 9208
  case yamlCannotSayStart = 9301
  case yamlCannotSayDelay = 9302
  case yamlCannotSayAction = 9303
  case yamlCannotSayTransition = 9304
  case yamlLeavesOut = 9305
  case yamlCannotSayNesting = 9306
  case scxmlLeavesOutRules = 9321
  case scxmlKeepsConditionAside = 9322
  case scxmlKeepsRegionsAside = 9323
  case scxmlKeepsDelayAside = 9324
  case convertedWorkflowUnknown = 9401
  case convertedFileExists = 9402
  case convertedAlready = 9403
  case convertedIsNoWorkflow = 9404
  case convertedWithoutProcedure = 9405
  case convertedNameMisleads = 9406
  case convertedNotWritten = 9407
  case convertedProfileUnneeded = 9408

  /// The code as it is printed, such as `PL2104`.
  public var label: String { "PL\(rawValue)" }

  /// Whether it says that nothing uses a name, which must be so with every profile to be told.
  public var isOfUse: Bool { (5101...5199).contains(rawValue) }

  /// Claims that a designer may live with are warnings; all else is an error.
  public var severity: Diagnostic.Severity {
    switch self {
    case .driftHole, .clockOutlivesWorkflow, .timescalesNotMetTogether, .noWayOn, .parameterGap, .unusedEvent, .unusedRole,
      .unusedAttribute, .unusedParameter, .unusedSource:
      .warning
    case .scxmlExtensionLeftOut, .scxmlLogKeptAsText, .scxmlSendFails, .scxmlInUnknownState, .yamlLeavesOut,
      .scxmlLeavesOutRules, .scxmlKeepsConditionAside, .scxmlKeepsRegionsAside, .scxmlKeepsDelayAside:
      .warning
    default: .error
    }
  }
}
