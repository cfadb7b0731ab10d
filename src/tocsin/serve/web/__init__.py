"""The pages: server-rendered, readable without script."""
