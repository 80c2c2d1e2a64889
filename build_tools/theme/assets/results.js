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
  let tenFrom; // stations from so many on, ten at most, and whether they are the last

  const made = (kind, properties) => Object.assign(document.createElement(kind), properties);
  const put = (element, text = '') => {
    element.textContent = text;
    element.hidden = !text;
  };
  const fill = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const title = text => {
    status.querySelectorAll('p').forEach(line => line.remove());
    heading.textContent = text;
  };
  /* A line below the title; `links` are names and addresses, and how many stations are there. */
  const say = (text, links = []) => {
    const line = made('p', { textContent: text });
    line.append(...links.map(([textContent, href, count]) => {
      const link = made('a', { className: 'bulletin-button', textContent, href });
      if (count) link.append(' ', made('small', { textContent: fill('count', { count }) }));
      return link;
    }));
    status.append(line);
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
    line.append(made('a', {
      textContent: times ? fill('service', { service, times }) : service,
      href: `${href}#service-${kind}${at ? `-${at + 1}` : ''}`,
    }));
    return line;
  }));
  const filled = ({ record, remarks, services }) => {
    const shown = card.cloneNode(true);
    const name = shown.querySelector('a');
    const place = shown.querySelector('.bulletin-soft');
    name.textContent = record.name;
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
      way.querySelector('span').textContent = said;
    });
    place.after(...remarks.map(textContent => made('p', { textContent })));
    return shown;
  };
  const add = async from => {
    const source = tenFrom;
    const { stations, last } = await source(from);
    if (source !== tenFrom) return; // something else was asked for meanwhile
    if (!from) list.replaceChildren();
    list.append(...stations.map(filled));
    more.hidden = last;
    bulletinHours.light(`.bulletin-found li:nth-child(n + ${from + 1}) [data-hours]`);
  };
  const instead = is => {
    all.hidden = is;
    found.hidden = !is;
  };
  more.addEventListener('click', async () => {
    const from = list.children.length;
    try {
      await add(from);
      list.children[from].querySelector('a').focus();
    } catch (error) {
      title(fill('failed'));
    }
  });

  return {
    fill,
    title,
    say,
    focus: () => heading.focus(),
    /* Shows the stations that `source` gives in place of the list of all. */
    show: async source => {
      tenFrom = source;
      await add(0);
      instead(true);
    },
    /* Shows the list of all again. */
    clear: () => {
      title(untouched);
      instead(false);
    },
  };
})();
