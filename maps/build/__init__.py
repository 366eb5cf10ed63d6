"""The builder of the packs: real outlines and names in, a nested and exact division out.

Run by hand (`python -m maps.build`), never by the console; it alone needs scipy and the outlines.
"""
