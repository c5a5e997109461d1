"""Streams as SVG: real text, shapes and colours as in the window, made without Qt."""
