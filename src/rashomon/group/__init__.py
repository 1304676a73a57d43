"""Articles -> stories: the only step that sees all documents."""
