"""Objects of the map as tables for files: what is chosen, its fields, GeoPackage, GeoJSON, CSV."""
