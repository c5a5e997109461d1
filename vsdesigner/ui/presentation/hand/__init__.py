"""Mouse, touch and remote control while presenting, and what appears under the hand."""
