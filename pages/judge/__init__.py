"""The page that judges in the reader's browser: what it says, what it runs, and how its engine is put beside it."""
