"""Pictures, pages and prints of streams, painted by Qt."""
