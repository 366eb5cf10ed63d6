"""The wall: what everybody in the room must know, read from afar; nothing is done on it."""
