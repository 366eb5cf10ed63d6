"""`python -m maps.kernels.build`: the kernels' C to WebAssembly, the same bytes on every machine.

Needs the group `kernels` of pyproject.toml (`uv sync --group kernels`); no desk needs it.
"""

import subprocess
import sys
from pathlib import Path

import click

from maps.kernels.machine import WASM

NATIVE = Path(__file__).with_name("native")
SOURCES = ("desk.c", "fill.c", "gather.c", "stroke.c", "picture.c", "points.c", "warp.c")
_COMPILER = (sys.executable, "-m", "ziglang", "cc", "-target", "wasm32-freestanding")
_FLAGS = (
    *("-O3", "-msimd128", "-mbulk-memory", "-mnontrapping-fptoint"),
    *("-ffp-contract=off", "-ffreestanding", "-nostdlib", "-Wall", "-Wextra", "-Werror"),
    *("-Wl,--no-entry", "-Wl,--export-memory", "-Wl,--export=__heap_base", "-Wl,-s"),
)


def compile_to(target: Path) -> None:
    """Write the module. subprocess.CalledProcessError where the C is not sound."""
    sources = [str(NATIVE / name) for name in SOURCES]
    subprocess.run([*_COMPILER, *_FLAGS, "-o", str(target), *sources], check=True)


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=WASM)
def build(out: Path) -> None:
    """Compile the kernels."""
    compile_to(out)
    click.echo(f"{out}: {out.stat().st_size:,} bytes")


if __name__ == "__main__":
    build()
