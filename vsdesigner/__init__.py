"""VS Designer: a desktop editor for ITIL 4 service value streams."""

__version__ = "0.1.0"
