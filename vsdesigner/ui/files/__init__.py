"""The document's file as the window sees it: open, save, lock, journal, recovery, export."""
