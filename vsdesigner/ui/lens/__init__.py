"""Following one thing through a stream: its bar and its chooser, for the editor and for presenting."""
