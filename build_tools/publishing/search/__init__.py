"""The search: what is said of stations → small JSON files, of which `assets/search.js` fetches the few a question needs."""
