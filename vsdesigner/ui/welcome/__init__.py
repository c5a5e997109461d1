"""The page that a window begins with: templates, examples and the files opened last."""
