"""The journey from demand to value as a line of stops."""
