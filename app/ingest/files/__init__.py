"""Documents of others: GPX, GeoJSON, CSV, CAP 1.2 and Cursor on Target, read whole and bounded."""
