"""Where things are: geometry, text measuring, lanes and routes, without Qt."""
