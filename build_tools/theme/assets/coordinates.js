/* The visitor's own position in the coordinate systems of China's maps: the same formulas as facts/coordinates.py. */
window.bulletinCoordinates = (() => {
  'use strict';
  const { PI, abs, sin, cos, sqrt, hypot, atan2, asin } = Math;
  const semiMajor = 6378245; // Krasovsky 1940
  const eccentricity = 0.00669342162296594323;
  const turn = PI * 3000 / 180;
  const earth = 6371008.8; // mean radius
  const radians = degrees => degrees * PI / 180;
  const isInChina = (lon, lat) => lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

  const shift = (x, y) => {
    const root = sqrt(abs(x));
    const wave = (step, angle) => step * sin(PI * angle);
    const both = wave(20, 6 * x) + wave(20, 2 * x);
    const east = both + wave(20, x) + wave(40, x / 3) + wave(150, x / 12) + wave(300, x / 30);
    const north = both + wave(20, y) + wave(40, y / 3) + wave(160, y / 12) + wave(320, y / 30);
    return [
      300 + x + 2 * y + .1 * x * x + .1 * x * y + .1 * root + east * 2 / 3,
      -100 + 2 * x + 3 * y + .2 * y * y + .1 * x * y + .2 * root + north * 2 / 3,
    ];
  };
  const gcj02 = (lon, lat) => {
    const [east, north] = shift(lon - 105, lat - 35);
    const flat = 1 - eccentricity * sin(radians(lat)) ** 2;
    return [
      lon + east / radians(semiMajor / sqrt(flat) * cos(radians(lat))),
      lat + north / radians(semiMajor * (1 - eccentricity) / (flat * sqrt(flat))),
    ];
  };
  const bd09 = (x, y) => {
    const length = hypot(x, y) + .00002 * sin(y * turn);
    const angle = atan2(y, x) + .000003 * cos(x * turn);
    return [length * cos(angle) + .0065, length * sin(angle) + .006];
  };

  return {
    /* The WGS-84 point `lon`, `lat` in `datum`, as [longitude, latitude]; unchanged outside China. */
    from: (lon, lat, datum) => {
      if (datum === 'wgs84' || !isInChina(lon, lat)) return [lon, lat];
      const shown = gcj02(lon, lat);
      return datum === 'bd09' && isInChina(...shown) ? bd09(...shown) : shown;
    },
    /* Metres between two points [longitude, latitude] of one system. */
    metres: ([lon, lat], [otherLon, otherLat]) => {
      const north = sin(radians(otherLat - lat) / 2);
      const east = sin(radians(otherLon - lon) / 2);
      return 2 * earth * asin(sqrt(north ** 2 + cos(radians(lat)) * cos(radians(otherLat)) * east ** 2));
    },
  };
})();
