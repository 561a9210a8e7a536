"""Every layout a journal ever had, and the way from each to the next."""
