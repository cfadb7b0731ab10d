"""Records to outside formats, one module a format."""
