"""The presenter's own window, beside what the audience sees."""
