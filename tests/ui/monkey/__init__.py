"""Random events against the whole window."""
