"""Finding: the command palette, and find and replace over all text."""
