"""Concepts of the news across languages and names of many spellings: our own writing."""
