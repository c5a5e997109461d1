"""The command line, run as users and build servers run it."""
