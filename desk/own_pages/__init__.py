"""The company's own pages as sources: front matter and Markdown, read as facts with places."""
