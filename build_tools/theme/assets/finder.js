/* The finder: what is asked for stands in the form and in the page's address, so that it can be shared and gone back to. */
(() => {
  'use strict';
  const { fill, title, say, focus, show, clear } = bulletinResults;
  const form = document.getElementById('finder');
  const near = document.getElementById('near');
  const choices = form.querySelector('details');
  const map = document.getElementById('map');
  let index;
  let asked; // the address whose answer is shown
  let turn = 0;

  const wishesNow = () => [...new FormData(form)].filter(([, value]) => value.trim());
  const addressOf = wishes => `${location.pathname}?${new URLSearchParams(wishes)}`.replace(/\?$/, '');
  const nameOf = ([name, value]) => {
    if (name === 'q') return value;
    const field = [...form.querySelectorAll(`[type=checkbox][name=${name}], [name=${name}] option`)].find(one => one.value === value);
    return (field.closest('label') || field).textContent;
  };
  /* The districts stand on the page already, as links for those who have no script. */
  const offerDistricts = () => form.elements.district.append(...[...document.querySelectorAll('#districts a')].map(link =>
    new Option(link.firstChild.textContent.trim(), link.getAttribute('href').match(/districts\/([\w-]+)/)[1])));
  const fillForm = () => {
    const asked = new URLSearchParams(location.search);
    form.querySelectorAll('[name]').forEach(field => {
      if (field.type === 'checkbox') field.checked = asked.getAll(field.name).includes(field.value);
      else field.value = asked.get(field.name) || '';
    });
  };

  const ask = async wishes => {
    const { q, open } = Object.fromEntries(wishes);
    const filters = wishes.filter(([name]) => name !== 'q' && name !== 'open')
      .map(([name, value]) => (name === 'access' ? value : `${name}:${value}`));
    index = index || await bulletinSearch.open(form.dataset.index);
    return index.find({ text: q || '', filters, openAt: open ? new Date() : null });
  };
  /* What is chosen stands beside the words that open the choices again; they are folded only when one is done with them. */
  const tellChosen = wishes => {
    const names = wishes.filter(([name]) => name !== 'q').map(nameOf);
    choices.querySelector('span').textContent = names.join(fill('pause'));
    if (map) map.classList.toggle('bulletin-map--whole', wishes.length);
  };
  const fold = () => {
    choices.open = !wishesNow().length;
    document.body.classList.toggle('bulletin-asked', !choices.open);
  };
  const tell = ({ ids, unmatched, suggestions, unknownHours }, wishes) => {
    const names = wishes.map(nameOf).join(fill('pause'));
    if (ids.length) title(fill('count', { count: ids.length }));
    else title(unmatched.length ? fill('none', { text: Object.fromEntries(wishes).q.trim() }) : fill('nobody', { wishes: names }));
    if (suggestions.length) say(fill('instead'), suggestions.map(([q, count]) => [q, addressOf({ q }), count]));
    if (!ids.length && wishes.length > 1) say(fill('fewer'), wishes.map(wish => [nameOf(wish), addressOf([wish])]));
    if (wishes.some(([name]) => name === 'open')) say(fill(unknownHours ? 'old' : 'sure'));
    if (bulletinNearby.known()) say(bulletinNearby.note());
  };
  const stationsOf = (ids, services) => async from => {
    const some = bulletinNearby.known()
      ? (await bulletinNearby.first(index, ids, from + 10)).slice(from)
      : ids.slice(from, from + 10).map(id => ({ id }));
    const records = await index.records(some.map(one => one.id));
    const remarks = (record, { metres }) => (metres === undefined ? [] : [bulletinNearby.distance(metres, record.at)]);
    return {
      stations: records.map((record, at) => ({ record, services, remarks: remarks(record, some[at]) })),
      last: from + 10 >= ids.length,
    };
  };
  const answer = async () => {
    const mine = turn += 1; // an answer that comes late is not shown
    asked = location.search;
    const wishes = wishesNow();
    tellChosen(wishes);
    if (!wishes.length && !bulletinNearby.known()) return clear();
    title(fill('searching'));
    try {
      const found = await ask(wishes);
      if (mine !== turn) return;
      const chosen = wishes.filter(([name]) => name === 'service').map(([, kind]) => kind);
      await show(stationsOf(found.ids, [...new Set([...chosen, ...found.services])]));
      if (mine === turn) tell(found, wishes);
    } catch (error) {
      if (mine !== turn) return;
      clear();
      title(fill('failed'));
    }
  };
  const remember = () => {
    const address = addressOf(wishesNow());
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    remember();
    fold();
    answer().then(focus);
  });
  form.addEventListener('change', event => {
    if (event.target.name === 'q') return; // until one has finished typing
    remember();
    answer();
  });
  near.addEventListener('click', async () => {
    const refusal = await bulletinNearby.turn();
    near.setAttribute('aria-pressed', bulletinNearby.known());
    if (refusal) say(refusal);
    else await answer();
    focus();
  });
  addEventListener('popstate', () => {
    if (asked === location.search) return; // only another part of the page
    fillForm();
    fold();
    answer();
  });
  offerDistricts();
  fillForm();
  fold();
  answer();
  if (location.hash === '#near') near.focus();
})();
