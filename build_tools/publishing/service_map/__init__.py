"""The service map: points of stations → a drawing in the units of its own paper; GCJ-02, as maps in China are."""
