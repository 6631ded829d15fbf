"""The domain's vocabulary: frozen classes, derived properties, no law and no input or output."""
