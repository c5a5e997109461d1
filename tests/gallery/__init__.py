"""Pictures of the program as a user sees it, for looking at them."""
