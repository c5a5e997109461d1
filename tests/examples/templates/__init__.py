"""The templates that ship, as plain data: one module each."""
