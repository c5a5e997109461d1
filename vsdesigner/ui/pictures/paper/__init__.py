"""Streams on pages: diagrams, tables and cards of steps, for PDF files and printers."""
