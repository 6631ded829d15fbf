"""The words of the page that judges a dossier, in both languages."""
