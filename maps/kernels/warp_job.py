"""The work of the machine on a picture that is laid into the view."""

from struct import Struct

from maps.kernels.machine import Machine
from maps.kernels.values import Pixels
from maps.kernels.warping import RIM, Sheet

_WARP = Struct("@I 2i 2I i 2i I 2I")
_EDGE = sum(RIM)


def warp(machine: Machine, sheet: Sheet) -> Pixels:
    """(height, width) of the view."""
    rows, columns = sheet.pixels.shape
    size = rows + _EDGE, columns + _EDGE
    pixels, edged = machine.sheet("sheet", *size)
    before, after = RIM
    edged[:before], edged[-after:] = 0, 0
    edged[:, :before], edged[:, -after:] = 0, 0
    edged[before:-after, before:-after] = sheet.pixels
    u, v = machine.lay("u", sheet.u), machine.lay("v", sheet.v)
    work = machine.room("work", 16 * (sheet.width + 4))
    out, made = machine.picture(sheet.height, sheet.width)
    nodes = sheet.u.shape[1]
    shape = (sheet.width, sheet.height, sheet.light)
    machine.call("warp", _WARP.pack(pixels, *size, u, v, nodes, *shape, work, out))
    return made
