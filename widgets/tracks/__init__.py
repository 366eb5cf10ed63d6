"""Tracks of terminals over any time: what is wanted, read, shown, played, and what leaves."""
