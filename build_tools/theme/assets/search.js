/* Answers questions from the files under search/ that build_tools/publishing/search writes: the same words, pairs and sets. */
window.bulletinSearch = (() => {
  'use strict';
  const coordinates = bulletinCoordinates;
  const han = '々〇㐀-䶿一-鿿豈-﫿\u{20000}-\u{323af}';
  const isHan = new RegExp(`[${han}]`, 'u');
  const run = new RegExp(`[${han}]+|(?:(?![${han}])[\\p{L}\\p{N}])+`, 'gu');
  const longest = 100; // characters of a question
  const mostWays = 32; // of dividing letters into syllables
  const scale = .97; // the systems of China's maps stretch distances by up to a fiftieth

  /* The ways to divide `letters` into `syllables`, long ones first; `stuck` are the lengths of ends that have none. */
  function* divided(letters, syllables, stuck = new Set()) {
    if (stuck.has(letters.length)) return;
    let ends = !letters;
    if (ends) yield [];
    for (let size = Math.min(6, letters.length); size; size--) {
      const first = letters.slice(0, size);
      if (!syllables.has(first)) continue;
      for (const rest of divided(letters.slice(size), syllables, stuck)) {
        ends = true;
        yield [first, ...rest];
      }
    }
    if (!ends) stuck.add(letters.length);
  }
  const some = (ways, most) => {
    const found = [];
    for (const way of ways) if (found.push(way) === most) break;
    return found;
  };

  /* What a text asks for: parts that all must be there, each in one of several ways. `by` joins units into pairs. */
  const partsOf = (text, syllables) => {
    const parts = [];
    let end;
    for (const match of text.matchAll(run)) {
      const word = match[0];
      if (isHan.test(word)) {
        parts.push({ text: word, ways: [{ units: [...word], by: '' }] });
      } else {
        const last = parts[parts.length - 1];
        const spoken = word.replace(/ü/g, 'v');
        const isSpoken = !divided(spoken, syllables).next().done;
        const between = text.slice(end, match.index);
        if (isSpoken && last && last.spoken && /^[\s'’-]*$/.test(between)) {
          last.text += between + word;
          last.spoken += spoken;
          last.ways[0].units.push(word);
        } else {
          parts.push({ text: word, spoken: isSpoken && spoken, ways: [{ units: [word] }] });
        }
      }
      end = match.index + word.length;
    }
    for (const part of parts) {
      if (!part.spoken) continue;
      part.ways.push(...some(divided(part.spoken, syllables), mostWays).map(units => ({ units, by: ' ' })));
    }
    return parts;
  };

  /* The set that a text of postings.py means: one byte for each of `count` stations. */
  const setOf = (written, count) => {
    const bits = written[0] === '~';
    const bytes = atob(bits ? written.slice(1) : written);
    const set = new Uint8Array(count);
    for (let i = 0, number = 0, gap = 0, shift = 0; i < bytes.length; i++) {
      const byte = bytes.charCodeAt(i);
      if (bits) {
        for (let bit = 0; bit < 8; bit++) if (byte >> bit & 1) set[i * 8 + bit] = 1;
        continue;
      }
      gap |= (byte & 127) << shift;
      shift += 7;
      if (byte > 127) continue;
      number += gap;
      set[number++] = 1;
      gap = shift = 0;
    }
    return set;
  };

  const open = async root => {
    const kept = new Map();
    const fetched = (name, options) => {
      if (!kept.has(name)) {
        const answer = fetch(root + name, options).then(response => {
          if (!response.ok) throw Object.assign(new Error(`${name}: ${response.status}`), { isGone: response.status === 404 });
          return response.json();
        });
        kept.set(name, answer);
        answer.catch(() => kept.delete(name));
      }
      return kept.get(name);
    };
    const head = await fetched('index.json', { cache: 'no-cache' });
    const { count, together } = head;
    const syllables = new Set(head.syllables.split(' '));
    const waiting = setOf(head.waiting, count);
    const closed = setOf(head.closed, count);
    const all = [...Array(count).keys()];
    const load = name => fetched(`${head.version}/${name}.json`);
    const set = async entry => setOf(typeof entry === 'number' ? await load(`sets/${entry}`) : entry, count);

    /* Where `token` stands; undefined where it stands nowhere. */
    const posting = async token => {
      let sum = 0;
      for (const letter of token) sum = (sum * 31 + letter.codePointAt(0)) % 65521;
      const tokens = await load(`tokens/${sum % head.shards}`);
      if (!Object.prototype.hasOwnProperty.call(tokens, token)) return undefined;
      const entries = [].concat(tokens[token]);
      const [stations, named = stations] = await Promise.all(entries.map(set));
      return { token, stations, named: Array.isArray(tokens[token]) ? named : new Uint8Array(count) };
    };

    /* The stations where each unit of a way stands in a pair; one whose pairs stand nowhere may stand alone. */
    const answered = async ({ units, by }) => {
      const pairs = by === undefined ? [] : await Promise.all(units.slice(1).map((unit, i) => posting(units[i] + by + unit)));
      const alone = units.map((_, i) => !pairs[i - 1] && !pairs[i]);
      const ones = await Promise.all(units.map((unit, i) => alone[i] ? posting((by || '') + unit) : undefined));
      const missing = units.map((_, i) => alone[i] && (!ones[i] || by !== undefined && !!(alone[i - 1] || alone[i + 1])));
      const has = (place, id) => place ? place.stations[id] : 0;
      const holds = id => units.every((_, i) => has(alone[i] ? ones[i] : pairs[i - 1], id) || has(pairs[i], id));
      const found = [...pairs, ...ones].filter(Boolean);
      return { pairs, missing, found, holds: missing.includes(true) ? () => false : holds };
    };

    /* Stations with how much of a text they have, and how much of it in their names. */
    const matching = async text => {
      const parts = partsOf(text, syllables);
      const answers = await Promise.all(parts.map(part => Promise.all(part.ways.map(answered))));
      const ranked = [];
      if (text && !parts.length) return { parts, answers, ranked };
      for (const id of all) {
        let most = 0;
        let inName = 0;
        const fits = answers.every(ways => {
          const scores = ways.filter(way => way.holds(id)).map(({ found }) => [
            found.filter(place => place.stations[id]).length,
            found.filter(place => place.named[id]).length,
          ]);
          if (!scores.length) return false;
          scores.sort((one, other) => other[0] - one[0] || other[1] - one[1]);
          most += scores[0][0];
          inName += scores[0][1];
          return true;
        });
        if (fits) ranked.push({ id, most, inName });
      }
      ranked.sort((one, other) => closed[one.id] - closed[other.id] || other.most - one.most || other.inName - one.inName
        || waiting[one.id] - waiting[other.id] || one.id - other.id);
      return { parts, answers, ranked };
    };

    /* The stretches of a part that nobody has; the whole of it where it can be read in several ways. */
    const unmatchedIn = (part, ways) => {
      if (ways.some(way => !way.missing.includes(true))) return [];
      if (ways.length > 1 || part.spoken !== undefined) return [part.text];
      const marked = ways[0].missing.map((lost, i) => lost ? part.ways[0].units[i] : ' ').join('');
      return marked.split(' ').filter(Boolean);
    };

    /* The kinds of service of which a text has tokens, unless another kind has these and more. */
    const servicesIn = async answers => {
      const whole = answers.flat().filter(way => !way.missing.includes(true));
      const asked = new Set(whole.flatMap(({ found }) => found.map(one => one.token)));
      const kinds = Object.entries(await load('services')).map(([kind, tokens]) => [kind, tokens.filter(token => asked.has(token))]);
      const isPart = (some, others) => some.length < others.length && some.every(token => others.includes(token));
      return kinds.filter(([, some]) => some.length && !kinds.some(([, others]) => isPart(some, others))).map(([kind]) => kind);
    };

    /* What a question could say instead, and how many have it: its own stretches that are known, by their proper
       names, then words with letters in common, then needs. */
    const suggested = async (text, parts, answers) => {
      const stretches = parts.flatMap((part, p) => {
        if (part.spoken !== undefined) return [part.text];
        const { pairs } = answers[p][0];
        return part.ways[0].units.map((unit, i) => (i && !pairs[i - 1] ? ' ' : '') + unit).join('').split(' ');
      }).filter(stretch => stretch.length > 1 && stretch !== text).sort((one, other) => other.length - one.length);
      const things = await load('words');
      const proper = stretch => (things.find(words => words.includes(stretch)) || [stretch])[0];
      const words = [...things.map(([name]) => name), ...things.flatMap(([, ...others]) => others)];
      const lost = new Set(parts.flatMap((part, p) => unmatchedIn(part, answers[p])).join(''));
      const common = word => [...new Set(word)].filter(letter => lost.has(letter)).length;
      const alike = words.filter(common).sort((one, other) => common(other) - common(one));
      const found = [];
      for (const word of new Set([...stretches.map(proper), ...alike.slice(0, 5), ...words.slice(0, 3)])) {
        const { length } = found.length < 5 ? (await matching(word)).ranked : [];
        if (length) found.push([word, length]);
      }
      return found;
    };

    /* Whether a station is open at a time; undefined where the files do not reach. */
    const openAtTime = async time => {
      const { from, minutes, slots } = await load('open');
      const minute = Math.floor((time - Date.parse(`${from}T00:00+08:00`)) / 60000);
      const slot = slots[Math.floor(minute / minutes)];
      if (slot === undefined) return undefined;
      const { open: whole, part = [] } = await load(`open/${slot}`);
      const within = minute % minutes;
      const sets = [whole, ...part.filter(([start, end]) => start <= within && within < end).map(one => one[2])];
      const opened = sets.map(written => setOf(written, count));
      return id => opened.some(one => one[id]);
    };

    const find = async ({ text = '', filters = [], openAt = null }) => {
      const asked = [...text.normalize('NFKC').toLowerCase().trim()].slice(0, longest).join('');
      const [{ parts, answers, ranked }, chosen, opened] = await Promise.all([
        matching(asked),
        Promise.all(filters.map(posting)),
        openAt ? openAtTime(openAt) : () => true,
      ]);
      const fits = id => chosen.every(place => place && place.stations[id]) && (!opened || opened(id));
      const unmatched = parts.length ? parts.flatMap((part, p) => unmatchedIn(part, answers[p])) : asked ? [asked] : [];
      return {
        ids: ranked.map(one => one.id).filter(fits),
        matches: ranked.length,
        services: asked && ranked.length ? await servicesIn(answers) : [],
        unmatched,
        suggestions: ranked.length ? [] : await suggested(asked, parts, answers),
        unknownHours: !opened,
      };
    };

    const record = async id => ({ id, needs: [], services: {}, note: '', ...(await load(`stations/${Math.floor(id / together)}`))[id % together] });
    const records = ids => Promise.all(ids.map(record));

    /* The nearest of `ids`: files are opened in the order in which they could hold the next one. */
    const nearest = async (ids, [lon, lat], most) => {
      const { located, degree, boxes } = await load('boxes');
      const { from, metres } = coordinates;
      const known = setOf(located, count);
      const here = from(lon, lat, 'gcj02');
      const clamp = (value, low, size) => Math.min(Math.max(value, low / degree), (low + size) / degree);
      const files = new Map();
      for (const id of ids) {
        if (!known[id]) continue;
        const file = Math.floor(id / together);
        if (!files.has(file)) {
          const [west, south, width, height] = boxes[file];
          files.set(file, { ids: [], least: scale * metres(here, [clamp(here[0], west, width), clamp(here[1], south, height)]) });
        }
        files.get(file).ids.push(id);
      }
      const found = [];
      for (const file of [...files.values()].sort((one, other) => one.least - other.least)) {
        if (found.length >= most && found[most - 1].metres <= file.least) break;
        for (const { id, at } of await records(file.ids)) {
          found.push({ id, metres: metres(from(lon, lat, at[2]), at) });
        }
        found.sort((one, other) => one.metres - other.metres || one.id - other.id);
      }
      const others = ids.filter(id => !known[id]).map(id => ({ id, metres: null }));
      return [...found, ...others].slice(0, most);
    };

    return { find, records, nearest };
  };

  return { open };
})();
