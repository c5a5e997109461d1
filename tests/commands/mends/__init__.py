"""One test module per family of mends: what they offer, and what they do."""
