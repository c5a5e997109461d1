"""May I? Pure answers to whether something is allowed, with the reason."""
