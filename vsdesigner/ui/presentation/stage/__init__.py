"""The lanes of a presentation, seen by a camera that goes along with the walk."""
