"""No enum of Qt is made on a preparing thread: PySide crashes where two threads make one."""

import subprocess
import sys

_WATCHED = """
import enum, threading
made = []
create = enum.EnumType._create_
def watched(cls, name, *args, **kwargs):
    if threading.current_thread() is not threading.main_thread():
        made.append(str(name))
    return create(cls, name, *args, **kwargs)
enum.EnumType._create_ = watched

from widgets import application
app = application.start(still=True)
from app.model import Level
from maps.layers import DEFAULT, LAYERS
from maps.projection import project_point
from maps.renderer import Request, Studio
from maps.scene import MapData
from maps.style import NIGHT, level_at
from maps.viewport import Viewport
from tests.maps.division import MadeDivision

division, stack = MadeDivision(), DEFAULT
for layer in LAYERS:
    stack = stack.showing(layer.name, True)
codes = {code: (3, 1) for level in Level for code in division.codes(level)}
data = MapData(place_counts=codes, selected_place=division.codes(Level.TOWN)[0])
x, y = project_point(106.30, 29.25)

def work():
    studio = Studio()
    for scale in (400.0, 100.0, 20.0, 2.0):
        for turn in (0.0, 0.5):
            view = Viewport(x, y, scale, 500, 400, turn)
            studio.frame(Request(viewport=view, view=view, dpr=1.0, level=level_at(scale),
                                 style=NIGHT, division=division, data=data, stack=stack))

thread = threading.Thread(target=work)
thread.start()
thread.join()
print("made elsewhere:", made)
"""


def test_no_enum_is_made_on_a_preparing_thread():
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("made elsewhere: []"), done.stdout + done.stderr
