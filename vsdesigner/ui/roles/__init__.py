"""Roles and responsibility letters on screen, for every region that shows them: cards, offers and edits."""
