"""Views of a stream: what can stand in the middle of the window."""
