"""Measuring the drawing of the map, beside QGIS where it is installed; drives no widget."""
