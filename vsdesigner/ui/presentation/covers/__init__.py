"""What lies over a presentation: help, overview, notes, black and white screens."""
