"""The command line: the console and what works without it; imports wait until needed."""

import gc
import json
import sys
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)
FORMATS = ["auto", "jt808", "jt809", "nmea", "rdss4", "json", "gpx", "geojson", "csv", "cap", "cot"]


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=FOLDER, help="The desk's folder; without it the one of this user.")
@click.option("--demo/--no-demo", default=None, help="Demonstration desk; default on empty data.")
@click.option("--centre", default="500000", show_default=True, help="Code of the desk's place.")
@click.option("--theme", type=click.Choice(["night", "day"]), default="night", show_default=True)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option("--replay", type=FILE, help="Feed a recorded log through the same door.")
@click.option("--speed", type=click.FloatRange(0.1, 1000), default=1.0, show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="JT/T 808 port; 0: any.")
@click.option("--edition", help="Division: 2023, 2025 or an own one; else that in force.")
@click.pass_context
def cli(
    context: click.Context,
    data: Path | None,
    demo: bool | None,
    centre: str,
    theme: str,
    lang: str,
    replay: Path | None,
    speed: float,
    port: int,
    edition: str | None,
) -> None:
    """渝图 Yutu: without a command, the duty officer's console."""
    if context.invoked_subcommand is not None:
        return
    gc.disable()  # what a start makes stays; the console enables it again
    from widgets.console import Options, run

    options = Options(
        data=data,
        demo=demo,
        centre=centre,
        theme=theme,
        language=lang,
        replay=replay,
        speed=speed,
        port=port,
        edition=edition,
    )
    sys.exit(run(options))


@cli.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="auto")
@click.option("--datum", default="", metavar="NAME", help="Of a CSV that does not say its own.")
@click.argument("file", type=FILE)
def decode(form: str, datum: str, file: Path) -> None:
    """Print FILE (hex text, raw bytes or a document) as one JSON object for each thing it says."""
    from app.ingest.decode import decode_lines

    out = sys.stdout.buffer  # JSON is UTF-8, whatever the terminal speaks
    try:
        out.writelines(decode_lines(file, form, datum=datum))
        out.flush()
    except BrokenPipeError:
        raise  # whoever read us has seen enough; click leaves quietly
    except OSError as error:
        click.echo(f"{file}: {error.strerror or error}", err=True)
        sys.exit(2)


@cli.command(context_settings={"ignore_unknown_options": True})
@click.argument("lon", type=click.FloatRange(-180, 180))
@click.argument("lat", type=click.FloatRange(-90, 90))
@click.option("--accuracy", "accuracy_m", type=click.FloatRange(0), default=0.0, metavar="M")
@click.option("--edition", help="2023, 2025 or an own one; else that in force.")
def locate(lon: float, lat: float, accuracy_m: float, edition: str | None) -> None:
    """Print the places LON LAT (degrees CGCS2000) lies in, city to grid, as JSON."""
    from app.clock import utc_now
    from app.paths import cache_folder
    from maps.answers import locate_json
    from maps.hierarchy import open_hierarchy

    try:
        hierarchy = open_hierarchy(edition, cache=cache_folder(), today=utc_now().date())
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    answer = locate_json(hierarchy, lon, lat, accuracy_m)
    click.echo(json.dumps(answer, ensure_ascii=False))


@cli.command()
@click.option("--data", type=FOLDER, help="The desk's folder; without it the one of this user.")
def verify(data: Path | None) -> None:
    """Check the ledger's chain, the projections and the side file; exit 1 where one is wrong."""
    from app.paths import data_folder
    from app.store.verify import verify as check

    report = check(data or data_folder())
    click.echo(json.dumps(report.to_json(), ensure_ascii=False))
    sys.exit(0 if report.ok else 1)


@cli.command()
@click.option("--data", type=FOLDER, help="The desk's folder; without it the one of this user.")
def unlock(data: Path | None) -> None:
    """Forget the unlock code of a closed console; the ledger keeps who did so and when.

    The console then opens without being locked, and its next lock asks for a new code.
    """
    from getpass import getuser

    from app.casework.acts import Refusal
    from app.clock import utc_now
    from app.paths import data_folder
    from app.store.errors import StoreError
    from app.unlocking import clear_lock

    try:
        done = clear_lock(data or data_folder(), clock=utc_now, who=getuser())
    except (StoreError, OSError) as error:
        click.echo(f"unlock: {error}", err=True)
        sys.exit(1)
    cleared = not isinstance(done, Refusal)
    click.echo("unlock: the code is cleared" if cleared else "unlock: there was no code")


@cli.command()
@click.option("--list", "names", is_flag=True, help="Print the names of the scenes.")
@click.option("--scene", help="Which scene.")
@click.option("--theme", type=click.Choice(["night", "day"]), default="night", show_default=True)
@click.option("--size", metavar="WxH", help="Without it the scene's own, mostly 1920x1080.")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Without it the scene's own.")
@click.option("--out", type=FILE, help="The PNG to write.")
def shot(
    names: bool, scene: str | None, theme: str, size: str | None, lang: str | None, out: Path | None
) -> None:
    """Draw a named scene with a clock that stands still: the same bytes every time."""
    from widgets import shot as pictures

    if names:
        for name in pictures.names():
            click.echo(name)
        return
    if scene is None or out is None:
        _stop("shot: --scene and --out are needed, or --list")
    if scene not in pictures.names():
        _stop(f"shot: no scene {scene!r}; --list names them")
    try:
        pictures.write(scene, out, theme_name=theme, size=_size(size), language=lang or "")
    except OSError as error:
        _stop(f"shot: {error}")


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        _stop(f"shot: --size {text!r} is not WIDTHxHEIGHT")
    pair = (int(width), int(height))
    if not (640 <= pair[0] <= 7680 and 480 <= pair[1] <= 4320):
        _stop(f"shot: --size {text} is not between 640x480 and 7680x4320")
    return pair


def _stop(why: str) -> NoReturn:
    """One line, and the exit code of a wrong command line."""
    click.echo(why, err=True)
    sys.exit(2)


@cli.command()
@click.argument("name")
@click.option("--cases", type=click.IntRange(1_000, 5_000_000), help="Size of the store's desk.")
@click.option("--peer", type=click.Choice(["qgis"]), help="Measure the map beside this one.")
@click.option("--only", default="", help="One part of map (city, street, …) or ingest (path).")
@click.option("--rounds", type=click.IntRange(1, 100), default=3, show_default=True)
@click.option("--seconds", type=click.IntRange(1, 86_400), help="How long the path is kept busy.")
def bench(
    name: str,
    cases: int | None,
    peer: str | None,
    only: str,
    rounds: int,
    seconds: int | None,
) -> None:
    """Measure NAME (start, locate, points, store, map, ingest, tracks), as JSON lines."""
    from widgets.bench import run

    warn = partial(click.echo, err=True)
    chosen = {"peer": peer, "only": only, "rounds": rounds}
    if not run(name, click.echo, cases=cases, seconds=seconds, warn=warn, **chosen):
        raise click.UsageError(f"no bench {f'{name} {only}'.strip()!r}")


@cli.command("import-boundaries")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--data", type=FOLDER, help="The desk's folder; without it the one of this user.")
def import_boundaries(files: tuple[Path, ...], data: Path | None) -> None:
    """Read own boundaries (GeoJSON, GeoPackage, Shapefile); list every refused feature."""
    from app.paths import data_folder
    from widgets.boundaries import bring_in

    sys.exit(bring_in(files, data or data_folder(), click.echo))


if __name__ == "__main__":
    cli(prog_name="main.py")
