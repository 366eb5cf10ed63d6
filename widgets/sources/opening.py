"""The dialog of the sources, made when it is first opened; one for each window."""

from widgets.window import Window


def open_sources(window: Window) -> None:
    """Show it, or bring it to the front."""
    from widgets.sources.dialog import SourcesDialog  # here, for most sessions never open it

    dialog = window.findChild(SourcesDialog)
    if dialog is None:
        dialog = SourcesDialog(window.bridge, lambda: window.sources(), window)
        dialog.addAction(window.actions_["desk.lock"])
    dialog.open_sources()
