"""BeiDou short messages: "2.1" and BD-3 sentences, "4.0" binary frames, and their content."""
