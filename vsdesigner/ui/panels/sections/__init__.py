"""The inspector's sections, registered by record type."""
