"""What a stream lacks and how long it takes."""
