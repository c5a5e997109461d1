"""What a presentation says in words: the card of a stop, the opening, the closing."""
