/* The map that can be moved: Leaflet, the stations and the sketch are fetched when somebody asks for it, not before. */
(() => {
  'use strict';
  const button = document.querySelector('button[data-map]');
  if (!button) return;
  const status = button.parentElement.nextElementSibling;
  const live = document.querySelector('.bulletin-map__live');
  const paper = document.querySelector('.bulletin-map__paper');
  const words = JSON.parse(live.dataset.words);
  const parts = 1e5; // of a degree: the unit of the file
  const square = 64; // pixels of the screen whose stations share a mark
  const touch = 48; // pixels between two marks
  const nameable = 12; // marks that may show their names
  const near = 13; // the zoom from which landmarks are named
  const still = { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false };
  let map;
  let isOpening = false;

  const made = (tag, properties, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };
  const loaded = (tag, properties) => new Promise((done, failed) => {
    document.head.append(made(tag, { ...properties, onload: done, onerror: failed }));
  });
  /* Each part of Leaflet is fetched once; one that did not arrive, when the map is asked for again. */
  const arrived = {};
  const needed = async (tag, properties) => {
    if (!arrived[tag]) await loaded(tag, properties);
    arrived[tag] = true;
  };
  const fetched = () => Promise.all([
    fetch(live.dataset.stations).then(answer => answer.ok ? answer.json() : Promise.reject(answer.status)),
    needed('link', { rel: 'stylesheet', href: `${live.dataset.leaflet}.css` }),
    needed('script', { src: `${live.dataset.leaflet}.js` }),
  ]).then(([told]) => told);

  const said = (name, rough, idle) => {
    const place = rough ? words.approximate.replace('{name}', name) : name;
    return idle ? words.idle.replace('{name}', place) : place;
  };
  /* `look` is 1 for a place that is only roughly known, 2 for a station that is not open these days, 3 for both. */
  const station = ([id, name, x, y, look]) => ({
    name: said(name, look & 1, look & 2),
    short: name,
    href: live.dataset.station.replace('/0/', `/${id}/`),
    place: L.latLng(y / parts, x / parts),
    looks: `${look & 1 ? ' bulletin-map__place--about' : ''}${look & 2 ? ' bulletin-map__place--hollow' : ''}`,
  });
  /* A row of steps as the places it leads to. */
  const path = row => {
    let [x, y] = [0, 0];
    const places = [];
    for (let at = 0; at < row.length; at += 2) places.push([(y += row[at + 1]) / parts, (x += row[at]) / parts]);
    return places;
  };

  /* Draws what has a shape; gives back the landmarks, which are points. */
  const drawSketch = sketch => {
    const landmarks = [];
    const order = ['area', 'line', 'point'];
    sketch.sort((one, other) => order.indexOf(one[1]) - order.indexOf(other[1]));
    for (const [kind, form, name, rows] of sketch) {
      const look = { className: `bulletin-map__${kind}-${form}`, interactive: false };
      if (form === 'area') L.polygon(rows.map(path), look).addTo(map);
      else if (form === 'line') L.polyline(rows.map(path), look).addTo(map);
      else landmarks.push({ name, place: path(rows[0])[0] });
    }
    return landmarks;
  };

  const marked = (place, content) => L.marker(place, {
    icon: L.divIcon({ html: content, className: 'bulletin-map__mark', iconSize: null }),
    interactive: false,
    keyboard: false,
  });
  const link = one => made('a', { href: one.href, className: 'bulletin-tap' }, one.name);
  const pin = (one, named) => {
    const shape = made('a', { href: one.href, className: `bulletin-map__place${one.looks}` });
    shape.setAttribute('aria-label', one.name);
    if (map.latLngToContainerPoint(one.place).x > map.getSize().x / 2) shape.classList.add('bulletin-map__place--left');
    if (named) shape.append(made('span', {}, one.short));
    return shape;
  };
  const circle = group => {
    const shape = made('button', { type: 'button', className: 'bulletin-map__several' }, String(group.length));
    shape.setAttribute('aria-label', words.closer.replace('{count}', group.length));
    shape.addEventListener('click', event => {
      event.stopPropagation(); // a click on the map closes the list that this one opens
      lookInto(group);
    });
    return shape;
  };
  /* Nearer to the stations of `group`; a list of them where nearer is not possible. */
  const lookInto = group => {
    const bounds = L.latLngBounds(group.map(one => one.place));
    const before = map.getZoom();
    map.fitBounds(bounds.pad(.2), { animate: false });
    live.focus();
    if (map.getZoom() > before) return;
    const list = made('ul', { className: 'bulletin-lines' }, ...group.map(one => made('li', {}, link(one))));
    L.popup({ closeButton: false, maxHeight: 260 }).setLatLng(group[0].place).setContent(list).openOn(map);
    list.querySelector('a').focus();
  };

  /* The stations one sees, in their order: first those of one square together, then squares too near each other. */
  const groupsOf = stations => {
    const bounds = map.getBounds();
    const squares = new Map();
    for (const one of stations) {
      if (!bounds.contains(one.place)) continue;
      const point = map.project(one.place);
      const key = `${Math.floor(point.x / square)} ${Math.floor(point.y / square)}`;
      if (!squares.has(key)) squares.set(key, { point, members: [] });
      squares.get(key).members.push(one);
    }
    const groups = [];
    for (const { point, members } of squares.values()) {
      const near = groups.find(group => group.point.distanceTo(point) < touch);
      if (near) near.members.push(...members);
      else groups.push({ point, members });
    }
    return groups.map(group => group.members);
  };
  const drawMarks = (stations, landmarks, layer) => {
    const focused = live.contains(document.activeElement) && document.activeElement !== live;
    const groups = groupsOf(stations);
    const named = groups.length <= nameable;
    layer.clearLayers();
    if (map.getZoom() >= near) for (const { name, place } of landmarks) layer.addLayer(marked(place, made('span', { className: 'bulletin-map__landmark' }, name)));
    for (const group of groups) layer.addLayer(marked(group[0].place, group.length > 1 ? circle(group) : pin(group[0], named)));
    if (focused && !live.contains(document.activeElement)) live.focus();
  };

  /* Leaflet writes its bar's length in letters. */
  const sayLength = line => {
    const [, count, unit] = line.textContent.match(/(\d+) (k?m)$/) || [];
    if (count) line.textContent = (unit === 'km' ? words.kilometres : words.metres).replace('{count}', count);
  };

  const open = told => {
    live.hidden = false;
    paper.classList.add('bulletin-hidden-map');
    map = L.map(live, { ...still, zoomControl: false, attributionControl: false, minZoom: 4, maxZoom: 18, zoomSnap: told.tiles.length ? 1 : .25 });
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    const { firstChild: bar } = L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map).getContainer();
    const [west, south, east, north] = live.dataset.view.split(',').map(Number);
    map.fitBounds([[south, west], [north, east]]);
    map.on('move', () => sayLength(bar));
    sayLength(bar);
    for (const tiles of told.tiles) L.tileLayer(tiles).addTo(map);
    const landmarks = drawSketch(told.sketch);
    const stations = told.stations.map(station);
    const layer = L.layerGroup().addTo(map);
    map.on('moveend', () => drawMarks(stations, landmarks, layer));
    drawMarks(stations, landmarks, layer);
    live.focus();
  };
  const close = () => {
    map.remove();
    map = null;
    live.hidden = true;
    paper.classList.remove('bulletin-hidden-map');
    button.focus();
  };
  const show = (said, opened) => {
    status.textContent = said;
    button.textContent = opened ? words.close : words.open;
    button.setAttribute('aria-expanded', opened);
  };

  /* A circle of the picture leads to its list, which may be closed, or to the districts. */
  paper.addEventListener('click', event => {
    const pressed = event.target.closest('a[href^="#"]');
    const target = pressed && document.querySelector(pressed.getAttribute('href'));
    if (target && target.matches('details')) target.open = true;
  });
  live.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !event.target.closest('.leaflet-popup')) return;
    map.closePopup();
    live.focus();
  });

  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    if (map) {
      close();
      show('', false);
      return;
    }
    if (isOpening) return;
    status.textContent = words.loading;
    isOpening = true;
    fetched().then(open).then(() => show(words.opened, true), () => show(words.failed, false)).then(() => {
      isOpening = false;
    });
  });
})();
