"""Streams as one web page that needs nothing else: lanes, cards of steps, tables, search."""
