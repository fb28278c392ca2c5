"""Who gets in: log-ins and their delays, codes, passwords, and who keeps the accounts."""
