"""Copy, cut, paste and duplicate: what goes onto the system clipboard, what comes from it, and where to."""
