"""Days at the stations: what is owed, what was done, the filing, the calendar, the cost."""
