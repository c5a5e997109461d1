"""What the hand does on the drawing: one gesture a file."""
