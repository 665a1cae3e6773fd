// ConditionsTests
