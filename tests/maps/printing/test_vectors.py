"""Pages as lines and text: read back, of the right size, with what must always stand on them."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.model import Grade, Level
from maps.printing import vectors
from maps.printing.composed import compose
from maps.printing.files import beside, digest, publish
from maps.printing.ink import Shapes, printable
from maps.printing.page import page
from maps.printing.papers import Layout, Words
from maps.printing.progress import CancelledError, Progress
from maps.style import STYLES
from tests.maps.printing.conftest import HOSTILE
from tests.maps.printing.pdf import Pdf

WORDS = Words(title="态势图", subtitle="张三 · 2025 年区划", proof="台账 #12 3f9a8b7c")
SVG = "{http://www.w3.org/2000/svg}"


def pdf_of(shown, folder, layout=None, words=WORDS) -> Pdf:
    path = folder / "a.pdf"
    made = page(shown, layout or Layout(), words)
    vectors.write_pdf(made, path, 1.0, Progress())
    return Pdf(path)


def svg_of(shown, folder, layout=None, words=WORDS) -> ElementTree.Element:
    path = folder / "a.svg"
    vectors.write_svg(page(shown, layout or Layout(), words), path, 1.0, Progress())
    return ElementTree.parse(path).getroot()


def text_of(svg: ElementTree.Element) -> str:
    """All that is written, without gaps: Qt writes a line in pieces."""
    return squeezed("".join("".join(one.itertext()) for one in svg.iter(f"{SVG}text")))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("paper", "landscape", "size_pt"),
    [("A4", True, (842, 595)), ("A4", False, (595, 842)), ("A3", True, (1191, 842))],
)
def test_a_pdf_has_its_paper_and_its_font_within(shown, tmp_path, paper, landscape, size_pt):
    found = pdf_of(shown, tmp_path, Layout(paper=paper, landscape=landscape))
    assert found.size_pt == pytest.approx(size_pt, abs=1)
    assert [name.partition("+")[2] for name in found.embedded] == ["NotoSansSC-Regular"]
    assert len(found.raw) < 3_000_000


@pytest.mark.parametrize("legend", [True, False])
@pytest.mark.parametrize("theme", ["day", "night"])
def test_what_must_stand_on_a_page_stands_on_it_as_text(shown, tmp_path, legend, theme):
    layout = Layout(legend=legend, scale_bar=False, north=False, theme=theme)
    said = pdf_of(shown, tmp_path, layout).text
    for must in ("示意边界", "演示", WORDS.title, "张三", "#12 3f9a8b7c", "NGCC", "1:", "CGCS2000"):
        assert squeezed(must) in said, must
    assert said.count("示意边界") == 1
    assert ("未结" in said) is legend


def test_names_are_text_and_whole(shown, tmp_path):
    made = page(shown, Layout(), WORDS)
    names = compose(made, Shapes(made.shown.style), Progress()).names
    assert len(names) > 5
    said = pdf_of(shown, tmp_path).text
    assert all(name.text in said for name in names)


def test_borders_and_symbols_are_lines_and_the_ground_alone_is_a_picture(shown, tmp_path):
    bare = dict.fromkeys(("names", "graticule"), False)
    stack = shown.stack
    for name, there in bare.items():
        stack = stack.showing(name, there)
    plain = pdf_of(replace(shown, stack=stack), tmp_path)
    fewer = stack.showing("boundaries", False).showing("grids", False).showing("cases", False)
    lined = plain.content.count(b" l\n")
    assert lined - pdf_of(replace(shown, stack=fewer), tmp_path).content.count(b" l\n") > 300
    assert plain.images <= 6


def test_line_widths_are_the_same_on_every_paper(shown, tmp_path):
    width = STYLES["day"].boundaries[Level.DISTRICT].width * 2  # in the finer pixels of the lines
    for paper in ("A4", "A3"):
        content = pdf_of(shown, tmp_path, Layout(paper=paper)).content
        drawn = {float(w) for w in re.findall(rb"\n([\d.]+) w ", content)}
        assert any(abs(one - width) < 1e-3 for one in drawn)


def test_an_svg_is_sound_xml_whatever_people_wrote(shown, tmp_path):
    words = replace(WORDS, title=f"{HOSTILE}<script>", subtitle="\x07" + HOSTILE)
    root = svg_of(shown, tmp_path, words=words)
    assert root.tag == f"{SVG}svg"
    assert root.get("width") == pytest.approx("296.995mm")
    said = text_of(root)
    assert squeezed(printable(f"{HOSTILE}<script>")) in said
    assert said.count(squeezed(printable(HOSTILE))) == 3  # title, subtitle, the fence's name
    assert not list(root.iter(f"{SVG}script"))


def test_an_svg_is_drawn_by_another_reader(shown, tmp_path):
    svg = svg_of(shown, tmp_path)
    for must in ("示意边界", WORDS.title, WORDS.proof):
        assert squeezed(must) in text_of(svg)
    renderer = QSvgRenderer(str(tmp_path / "a.svg"))
    assert renderer.isValid()
    image = QImage(561, 397, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(5, 5).name() == "#ffffff"
    seen = {image.pixelColor(x, y).name() for x in range(60, 500, 7) for y in range(80, 350, 7)}
    assert len(seen) > 20


def test_the_north_arrow_turns_with_the_map(shown, tmp_path):
    turned = shown.at(shown.viewport.turned(0.9))
    assert pdf_of(shown, tmp_path).content != pdf_of(turned, tmp_path).content
    assert "北" in pdf_of(turned, tmp_path).text


@pytest.mark.parametrize("writer", [vectors.write_pdf, vectors.write_svg])
def test_a_page_that_is_not_wanted_stops(shown, tmp_path, writer):
    progress = Progress(lambda share: progress.cancel())
    with pytest.raises(CancelledError):
        writer(page(shown, Layout(), WORDS), tmp_path / "a", 3.0, progress)


@pytest.mark.parametrize("writer", [vectors.write_pdf, vectors.write_svg])
@pytest.mark.parametrize("path", ["nowhere/a", "."])
def test_a_page_that_cannot_be_written_is_an_os_error(shown, tmp_path, writer, path):
    with pytest.raises(OSError, match=r"\w"):
        writer(page(shown, Layout(), WORDS), tmp_path / path, 1.0, Progress())


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("重庆市 A<&", "重庆市 A<&"),
        ("a\x00\x1bb", "a b"),
        ("a\nb", "a b"),
        ("\ud800字", "字"),
        ("\U00020000", "\U00020000"),
        ("\ufffe", ""),
    ],
)
def test_what_is_printed_is_fit_for_any_file(text, fit):
    assert printable(text) == fit


def test_a_file_is_there_whole_or_not_at_all(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(FileNotFoundError), beside(target) as made:
        publish(made.with_name("half"), target)
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"old", [target])
    with beside(target) as made:
        made.write_bytes(b"new")
        publish(made, target)
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"new", [target])
    assert len(digest(target)) == 64


@pytest.mark.parametrize("name", ["nowhere/a.pdf", ".", "a\0.pdf", "长" * 200 + ".pdf"])
def test_a_place_that_takes_no_file_is_said(tmp_path, name):
    with pytest.raises((OSError, ValueError), match=r"\w"), beside(tmp_path / name) as made:
        publish(made, tmp_path / name)


def test_the_shapes_of_symbols_are_drawn_and_not_their_pictures(qapp):
    shapes = Shapes(STYLES["day"])
    assert shapes.shape(shapes.case(Grade.I, 16)) is not None
    assert shapes.shape(QImage(4, 4, QImage.Format.Format_RGB32)) is None
