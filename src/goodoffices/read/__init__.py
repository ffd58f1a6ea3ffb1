"""Files, folders, pages, archives and standard input into documents, or into the reason why not."""
