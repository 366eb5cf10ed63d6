"""The map on paper and in files: sheets of any size, drawn off the GUI thread.

A sheet is told in pixels of 1/96 inch, so that what is 12 pixels on a screen of 96 dpi is 9 points
on paper; how many dots stand for such a pixel is the output's business.
"""
