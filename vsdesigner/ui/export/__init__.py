"""Handing over: the dialog for all formats, what it remembers, and a look at what comes out."""
