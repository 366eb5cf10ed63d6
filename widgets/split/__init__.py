"""Before and after on one map: left of a line as of a moment, right of it now."""
