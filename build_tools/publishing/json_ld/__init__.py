"""What pages say to search engines, in the words of schema.org: one module for each of its types."""
