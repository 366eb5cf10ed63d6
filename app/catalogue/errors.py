"""What is wrong with a catalogue."""


class CatalogueError(ValueError):
    """A catalogue that cannot be used: which file, which row, what is wrong with it."""
