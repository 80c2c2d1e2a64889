/* What was found: a heading, a few words, and stations as the cards of every list, ten at a time. */
window.bulletinResults = (() => {
  'use strict';
  const card = document.getElementById('card').content.firstElementChild;
  const status = document.querySelector('#found [role=status]');
  const heading = status.querySelector('h2');
  const untouched = heading.textContent;
  const all = document.getElementById('all');
  const found = document.querySelector('.bulletin-found');
  const list = found.querySelector('ul');
  const more = found.querySelector('button');
  const kinds = [...document.getElementById('service').options];
  const needs = [...document.querySelectorAll('#finder [name=need]')].map(field => field.value);
  const words = JSON.parse(document.getElementById('finder').dataset.words);
  const isForeign = !document.documentElement.lang.startsWith('zh');
  const han = '[⺀-〿㐀-鿿豈-﫿＀-￯\u{20000}-\u{3ffff}]';
  const chinese = new RegExp(`(${han}(?:[^a-z]*${han})?)`, 'u');
  const atOnce = 10;
  let source; // gives so many stations from one on, and says whether they are the last
  let count = 0; // of its stations that stand here

  const made = (kind, properties) => Object.assign(document.createElement(kind), properties);
  /* Chinese on a page of another language says that it is, for those to whom it is read aloud. */
  const marked = (part, at) => (at % 2 ? made('span', { lang: 'zh-CN', textContent: part }) : part);
  const write = (element, text) => {
    element.textContent = '';
    element.append(...(isForeign ? text.split(chinese).map(marked) : [text]));
    return element;
  };
  const put = (element, text = '') => {
    write(element, text).hidden = !text;
  };
  const fill = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const title = text => {
    status.querySelectorAll('p').forEach(line => line.remove());
    write(heading, text);
  };
  /* A line below the title; `links` are names and addresses, and how many stations are there. */
  const say = (text, links = []) => {
    const line = write(made('p'), text);
    line.append(...links.map(([name, href, stations]) => {
      const link = made('a', { className: 'bulletin-button', href });
      link.append(write(made('span'), name));
      if (stations) link.append(' ', made('small', { textContent: fill('count', { count: stations }) }));
      return link;
    }));
    status.append(line);
    return line;
  };

  const hang = (lantern, { lamp, words: said, note, hours }) => {
    lantern.className = `bulletin-state bulletin-state--${lamp}`;
    lantern.querySelector('use').setAttribute('href', `#icon-${lamp}`);
    put(lantern.querySelector('b'), said);
    put(lantern.querySelector('span'), note);
    if (hours) lantern.dataset.hours = JSON.stringify(hours);
    else delete lantern.dataset.hours;
  };
  /* When there are the services that were asked for, and where on the page of the station at `href`. */
  const timesOf = ({ services }, asked, href) => asked.flatMap(kind => (services[kind] || []).map((times, at) => {
    const service = kinds.find(one => one.value === kind).textContent;
    const line = made('p', { className: 'bulletin-station__service' });
    const link = made('a', { href: `${href}#service-${kind}${at ? `-${at + 1}` : ''}` });
    line.append(write(link, times ? fill('service', { service, times }) : service));
    return line;
  }));
  const filled = ({ record, remarks, services }) => {
    const shown = card.cloneNode(true);
    const name = shown.querySelector('a');
    const place = shown.querySelector('.bulletin-soft');
    write(name, record.name);
    name.href = name.getAttribute('href').replace('stations/', record.uri);
    place.before(...timesOf(record, services, name.href));
    put(place, record.place);
    hang(shown.querySelector('.bulletin-state'), record);
    shown.querySelectorAll('.bulletin-has li').forEach((need, at) => {
      need.hidden = !record.needs.includes(needs[at]);
    });
    shown.querySelectorAll('.bulletin-access li').forEach((way, at) => {
      const [drawing, said] = (record.access || [])[at] || [];
      way.hidden = !said;
      if (!said) return;
      way.querySelector('use').setAttribute('href', `#icon-${drawing}`);
      write(way.querySelector('span'), said);
    });
    place.after(...remarks.map(remark => write(made('p'), remark)));
    return shown;
  };
  const instead = is => {
    all.hidden = is;
    found.hidden = !is;
  };
  const busy = is => more.setAttribute('aria-disabled', is);
  const putRows = stations => {
    if (!count) list.textContent = '';
    list.append(...stations.map(filled));
    bulletinHours.light(`.bulletin-found li:nth-child(n + ${count + 1}) [data-hours]`);
    count += stations.length;
    history.replaceState({ rows: count }, ''); // for whoever goes to a station and comes back
  };
  /* Puts the next `size` stations below those that stand here, unless something else is asked for meanwhile. */
  const add = async size => {
    const mine = source;
    busy(true);
    try {
      const { stations, last } = await mine(count, size);
      if (mine !== source) return;
      putRows(stations);
      more.hidden = last;
      instead(true);
    } finally {
      if (mine === source) busy(false);
    }
  };
  /* Focus goes on from what was pressed, unless one has gone elsewhere meanwhile; some browsers give a button none. */
  const goOn = (pressed, next) => {
    if ([pressed, document.body].includes(document.activeElement)) next.focus();
  };
  const addMore = async () => {
    const mine = source;
    const first = count;
    try {
      await add(atOnce);
      if (mine === source) goOn(more, list.children[first].querySelector('a'));
    } catch (error) {
      if (mine === source) title(fill('failed'));
    }
  };
  more.addEventListener('click', () => {
    if (more.getAttribute('aria-disabled') === 'false') addMore();
  });
  const forget = () => {
    source = undefined;
    count = 0;
    busy(true);
  };

  return {
    fill,
    title,
    say,
    focusFrom: pressed => goOn(pressed, heading),
    /* Says that an answer is on its way; nothing more comes of the one before. */
    wait: () => {
      forget();
      title(fill('searching'));
    },
    /* Shows the stations that `given` gives in place of the list of all: as many as stood here before one left. */
    show: given => {
      source = given;
      return add(Math.max(atOnce, (history.state || {}).rows || 0));
    },
    /* Shows the list of all again. */
    clear: () => {
      forget();
      title(untouched);
      instead(false);
    },
  };
})();
