"""What a document is: frozen records, their parts, their fields and the method's reference data."""
