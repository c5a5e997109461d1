"""One test module per family of checks: each check fires once and stays silent once."""
