"""Short messages at the desk: orders, the queue to the card, and what is heard, in the ledger."""
