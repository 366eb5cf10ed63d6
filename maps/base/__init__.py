"""Base maps from files of the officer's own: read, placed and drawn under the divisions, offline.

Readers and geometry know no Qt; `pictures` decodes images with Qt, and maps.layers.base draws.
"""
