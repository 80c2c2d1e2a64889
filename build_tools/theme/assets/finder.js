/* The finder: what is asked for stands in the form and in the page's address, so that it can be shared and gone back to. */
(() => {
  'use strict';
  const { fill, title, say, focusFrom, wait, show, clear } = bulletinResults;
  const { open } = bulletinSearch;
  const position = bulletinNearby;
  const form = document.getElementById('finder');
  const near = document.getElementById('near');
  const choices = form.querySelector('details');
  const map = document.getElementById('map');
  let index;
  let asked; // the address whose answer is shown
  let turn = 0;
  let remark; // the line on the visitor's position

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

  const ask = (opened, wishes) => {
    const { q, open: now } = Object.fromEntries(wishes);
    const filters = wishes.filter(([name]) => name !== 'q' && name !== 'open')
      .map(([name, value]) => (name === 'access' ? value : `${name}:${value}`));
    return opened.find({ text: q || '', filters, openAt: now ? new Date() : null });
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
  const nobody = (wishes, names) => {
    if (wishes.length > 1) return fill('nobody', { wishes: names });
    return wishes.some(([name]) => name === 'open') ? fill('nobody_open') : fill('nobody_yet', { wishes: names });
  };
  const tell = ({ ids, unmatched, suggestions, unknownHours }, wishes) => {
    const names = wishes.map(nameOf).join(fill('pause'));
    if (ids.length) title(fill('count', { count: ids.length }));
    else title(unmatched.length ? fill('none', { text: Object.fromEntries(wishes).q.trim() }) : nobody(wishes, names));
    if (suggestions.length) say(fill('instead'), suggestions.map(([q, count]) => [q, addressOf({ q }), count]));
    if (!ids.length && wishes.length > 1) say(fill('fewer'), wishes.map(wish => [nameOf(wish), addressOf([wish])]));
    if (wishes.some(([name]) => name === 'open')) say(fill(unknownHours ? 'old' : 'sure'));
    if (position.known()) say(position.note());
  };
  const stationsOf = (opened, ids, services) => async (from, size) => {
    const some = position.known()
      ? (await position.first(opened, ids, from + size)).slice(from)
      : ids.slice(from, from + size).map(id => ({ id }));
    const records = await opened.records(some.map(one => one.id));
    const remarks = (record, { metres }) => (metres === undefined ? [] : [position.distance(metres, record.at)]);
    return {
      stations: records.map((record, at) => ({ record, services, remarks: remarks(record, some[at]) })),
      last: from + size >= ids.length,
    };
  };
  const look = async (wishes, isNewest) => {
    const opened = index || await open(form.dataset.index);
    index = opened;
    const found = await ask(opened, wishes);
    if (!isNewest()) return;
    const chosen = wishes.filter(([name]) => name === 'service').map(([, kind]) => kind);
    await show(stationsOf(opened, found.ids, [...new Set([...chosen, ...found.services])]));
    if (isNewest()) tell(found, wishes);
  };
  /* The files of an index are gone once there is a new one, which is then opened instead. */
  const lookAgain = (wishes, isNewest) => error => {
    index = undefined;
    if (error.isGone && isNewest()) return look(wishes, isNewest);
    throw error;
  };
  const fail = () => {
    clear();
    title(fill('failed'));
  };
  /* Whether the answer is shown: one that comes late is not. */
  const answer = async () => {
    const mine = turn += 1;
    const isNewest = () => mine === turn;
    asked = location.search;
    const wishes = wishesNow();
    tellChosen(wishes);
    if (!wishes.length && !position.known()) clear();
    else {
      wait();
      try {
        await look(wishes, isNewest).catch(lookAgain(wishes, isNewest));
      } catch (error) {
        if (isNewest()) fail();
      }
    }
    return isNewest();
  };
  const remember = () => {
    const address = addressOf(wishesNow());
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
  };
  /* Once there is an answer the heading is read out, unless one has gone on to type something else. */
  const answerAloud = async pressed => {
    const isShown = await answer();
    if (isShown && addressOf(wishesNow()) === location.pathname + location.search) focusFrom(pressed);
  };
  const remarkOn = text => {
    if (remark) remark.remove();
    remark = text && say(text);
  };
  const turnNear = async () => {
    near.setAttribute('aria-disabled', 'true'); // one is asked once at a time
    remarkOn(position.known() ? '' : fill('locating'));
    const refusal = await position.turn();
    near.setAttribute('aria-disabled', 'false');
    near.setAttribute('aria-pressed', position.known());
    remarkOn(refusal);
    if (!refusal) answerAloud(near);
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    remember();
    fold();
    answerAloud(document.activeElement);
  });
  form.addEventListener('change', event => {
    if (event.target.name === 'q') return; // until one has finished typing
    remember();
    answer();
  });
  near.addEventListener('click', () => {
    if (near.getAttribute('aria-disabled') !== 'true') turnNear();
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
  document.documentElement.classList.add('is-asking'); // all that the form needs has arrived
  answer();
  if (location.hash === '#near') near.focus();
})();
