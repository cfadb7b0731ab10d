"""The steps from one version of the tables to the next; each file is frozen once it is released."""
