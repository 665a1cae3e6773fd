// HistoriesTests
