"""How many connections this process may have open."""

import logging

logger = logging.getLogger(__name__)

SPARE = 512
"""Files of the desk itself."""


def more_files(connections: int) -> None:
    """Raise this process's own limit as far as the system allows; nothing where it has none."""
    try:
        import resource  # not on Windows, where sockets are not counted as files
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + SPARE
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    except (OSError, ValueError) as error:
        logger.warning("no more than %s files may be open: %s", soft, error)
