"""Pointing and drawing on a presentation: laser, pen, eraser."""
