"""Speaks with `qgis_peer.py`, which runs in a process of the system's own Python."""

import json
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

PYTHON = "/usr/bin/python3"
PACKAGE = "python3-qgis"
_SCRIPT = Path(__file__).with_name("qgis_peer.py")


def missing(python: str = PYTHON) -> str:
    """Why there is no QGIS to measure against, "" where there is one."""
    try:
        found = subprocess.run(
            [python, "-I", "-c", "import qgis.core"], capture_output=True, check=False
        )
    except OSError as error:
        return f"{python}: {error.strerror or error}"
    if found.returncode == 0:
        return ""
    return f"QGIS for Python is not installed; `apt install {PACKAGE}` brings it. Without it:"


class Qgis:
    """One process of QGIS over the data in `folder`; its own settings, nobody's profile."""

    def __init__(self, folder: Path, *, python: str = PYTHON) -> None:
        env = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
        home = str(folder)
        env |= {"HOME": home, "XDG_RUNTIME_DIR": home, "QGIS_CUSTOM_CONFIG_PATH": home}
        env |= {"QT_QPA_PLATFORM": "offscreen"}
        self._process = subprocess.Popen(
            [python, "-I", str(_SCRIPT), str(folder)],
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self, do: str, **order: Any) -> Any:
        """The answer to one order. OSError where the process has gone."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do} | order) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise OSError(f"QGIS ended while it was asked for {do}")
        return json.loads(line)

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def __enter__(self) -> "Qgis":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
