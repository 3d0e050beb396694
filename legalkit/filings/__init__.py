"""The filings: when each is open, what it reads, whom it goes to, what it says."""
