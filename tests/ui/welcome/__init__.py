"""The welcome page, with real keys and a real mouse."""
