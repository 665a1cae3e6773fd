// Histories
