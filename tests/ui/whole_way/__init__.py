"""The whole way through, once, by real mouse and key events."""
