"""Dossiers in and out: strict reading with every fault and its place, writing, JSON Schemas."""
