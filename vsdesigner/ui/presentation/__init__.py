"""Presenting a stream on a screen: from its opening along the flow to its closing."""
