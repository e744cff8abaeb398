"""The sitemap (sitemaps.org): every public page with its languages, pictures and videos."""
