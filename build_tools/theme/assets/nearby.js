/* Nearest first: the visitor's position is asked for once, kept here until the page is left, and goes nowhere. */
window.bulletinNearby = (() => {
  'use strict';
  const { fill } = bulletinResults;
  const PATIENCE = { timeout: 15000, maximumAge: 60000 };
  const LIMIT = 20000; // milliseconds: a device's own patience begins only when its question is answered
  let here;

  const located = () => new Promise((done, failed) => {
    setTimeout(failed, LIMIT, {});
    navigator.geolocation.getCurrentPosition(done, failed, PATIENCE);
  });
  const spoken = metres => (metres < 1000
    ? fill('metres', { n: metres })
    : fill('kilometres', { n: Math.round(metres / 100) / 10 }));
  /* No finer than the device knows where it is. */
  const rounded = metres => {
    const step = here.accuracy > 500 ? 1000 : 100;
    const steps = Math.round(metres / step);
    return fill(steps ? 'about' : 'within', { distance: spoken((steps || 1) * step) });
  };

  return {
    known: () => Boolean(here),
    /* Asks where the visitor is, or forgets it; a sentence when that is not to be had. */
    turn: async () => {
      if (here) {
        here = undefined;
        return '';
      }
      try {
        here = (await located()).coords;
        return '';
      } catch (error) {
        return fill(error.code === 1 ? 'refused' : 'lost');
      }
    },
    /* The first `count` of `ids`, nearest first. */
    first: (index, ids, count) => index.nearest(ids, [here.longitude, here.latitude], count),
    /* How the order is to be understood. */
    note: () => (here.accuracy > 1000 ? fill('rough', { distance: spoken(Math.round(here.accuracy / 1000) * 1000) }) : fill('nearest')),
    /* How far a station is whose position stands in its record as `at`. */
    distance: (metres, at) => {
      if (metres === null) return fill('nowhere');
      const exact = at[3] === 'door';
      return fill(exact ? 'away' : 'away_about', { distance: rounded(metres) });
    },
  };
})();
