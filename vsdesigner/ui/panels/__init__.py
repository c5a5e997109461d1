"""What stands beside the drawing: panels that follow the selection."""
