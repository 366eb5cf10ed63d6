"""The second map: another window on the same data, linked with the first."""
