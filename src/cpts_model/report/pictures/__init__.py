"""Pictures: the timeline of a dossier, and the states of a machine, as SVG and as Mermaid text."""
