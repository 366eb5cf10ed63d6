"""`python -m maps.build`: builds the packs from the sources, the same bytes on every run."""

from pathlib import Path

import click

from maps.build.division import make_division
from maps.build.pack import make_pack
from maps.build.sources import EDITIONS, read_districts
from maps.packs import dumps
from resources import ROOT


@click.command()
@click.option("--edition", "editions", type=click.Choice(sorted(EDITIONS)), multiple=True)
@click.option("--districts", default="", help="Codes, with commas: only these districts.")
@click.option("--out", type=click.Path(path_type=Path), default=ROOT / "packs")
def build(editions: tuple[str, ...], districts: str, out: Path) -> None:
    """Build the packs of the editions given, or of all."""
    only = frozenset(filter(None, districts.split(",")))
    out.mkdir(parents=True, exist_ok=True)
    for name in editions or sorted(EDITIONS):
        edition = EDITIONS[name]
        known = read_districts(edition)
        unknown = only - {district.code for district in known}
        if unknown:
            raise click.BadParameter(f"no district of {name}: {', '.join(sorted(unknown))}")
        division = make_division(known, only=only, said=click.echo)
        data = dumps(make_pack(edition, division))
        (out / f"{name}.pack").write_bytes(data)
        click.echo(f"{out / name}.pack: {len(data):,} bytes")


if __name__ == "__main__":
    build()
