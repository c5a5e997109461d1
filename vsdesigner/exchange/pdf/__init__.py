"""PDF files: what no painter writes, added to what it wrote."""
