"""What the user can ask for: actions as a table, what they do, when they can, and the menus made of them."""
