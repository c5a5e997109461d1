"""Slides: a stream as a PowerPoint file with native shapes."""
