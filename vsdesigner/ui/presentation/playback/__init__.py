"""Playing a stream: demand travels along the lines while a clock adds up its time."""
