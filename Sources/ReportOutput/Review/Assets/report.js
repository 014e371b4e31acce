/* The page of a report: ways between values and their places, filters, keys. Nothing here makes markup of text. */
(() => {
  'use strict';
  const { plain, actions, onFilter, fits, chosen } = window.review;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = id => document.getElementById(id);
  const records = all('.record');
  const findings = all('.finding');
  const places = all('.p');
  const wide = matchMedia('(min-width: 62rem)');
  let current = -1;
  let came = null;

  // ---- Panels

  const panels = all('.panel');
  const tabs = all('#tabs a');
  document.body.classList.add('tabbed');
  byId('tabs').setAttribute('role', 'tablist');
  for (const [index, tab] of tabs.entries()) {
    const panel = byId(tab.hash.slice(1));
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', event => { event.preventDefault(); open(panel); });
    tab.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      open(byId(next.hash.slice(1)));
      next.focus();
      event.stopPropagation();
    });
  }
  const open = panel => {
    for (const other of panels) other.classList.toggle('shown', other === panel);
    for (const tab of tabs) {
      const isOpen = tab.hash.slice(1) === panel.id;
      tab.setAttribute('aria-selected', isOpen);
      tab.tabIndex = isOpen ? 0 : -1;
    }
  };

  // ---- Values and their places

  let index = null;
  /** The places of a value or finding, by its id. */
  const placesOf = id => {
    if (!index) {
      index = new Map();
      for (const place of places) {
        for (const name of place.dataset.f.split(' ')) {
          if (!index.has(name)) index.set(name, []);
          index.get(name).push(place);
        }
      }
    }
    return index.get(id) ?? [];
  };

  let lit = [];
  const light = elements => {
    for (const element of lit) element.classList.remove('on');
    lit = elements.filter(Boolean);
    for (const element of lit) element.classList.add('on');
  };
  const linesOf = record => {
    const [first, last] = record.dataset.lines.split(' ').map(Number);
    const lines = [];
    for (let line = first; line <= last; line++) lines.push(byId(`L${line}`));
    return lines;
  };
  let aims = [];
  const reveal = element => {
    if (!element) return;
    const panel = element.closest('.panel');
    if (panel && !panel.classList.contains('shown')) open(panel);
    const hidden = element.closest('.record, .finding');
    if (hidden && hidden.hidden) byId('filters').reset(), filter();
    const scroll = () => element.scrollIntoView({ block: element.offsetHeight > innerHeight / 2 ? 'start' : 'center' });
    scroll();
    // What is out of sight has no exact height before it comes into sight: the second look is exact.
    aims.push(scroll);
  };

  /** Shows what an id names, and what belongs to it on the other side. */
  const show = id => {
    const target = byId(id);
    if (!target) return;
    const mine = aims = [];
    let other = null;
    if (target.matches('.p')) {
      const names = target.dataset.f.split(' ');
      const name = names.includes(came) ? came : names[0];
      const field = byId(name);
      light([...placesOf(name), field, byId(`n${name.slice(1)}`)?.matches('.note') && name.startsWith('f') ? byId(`n${name.slice(1)}`) : null]);
      other = field;
    } else if (target.matches('.finding')) {
      const own = placesOf(id);
      const note = byId(`n${id.slice(1)}`);
      light([target, note, ...own]);
      other = own[0] ?? note;
    } else if (target.matches('.record')) {
      current = records.indexOf(target);
      const lines = linesOf(target);
      light([target, ...lines]);
      other = lines[0];
    } else if (target.matches('.place')) {
      const own = placesOf(id);
      light([target, ...own]);
      other = own[0];
    }
    const record = (target.closest('.record') ?? other?.closest('.record'));
    if (record) current = records.indexOf(record);
    if (wide.matches) reveal(other);
    reveal(target);
    requestAnimationFrame(() => { if (aims === mine) for (const scroll of mine) scroll(); });
  };
  const follow = id => {
    if (location.hash === `#${id}`) show(id);
    else location.hash = id;
  };

  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches('.p')) {
      // Where several values stand in one place, each click shows the next of them.
      event.preventDefault();
      const names = link.dataset.f.split(' ');
      const next = link.classList.contains('on') && names.includes(came) ? names.indexOf(came) + 1 : 0;
      came = names[next % names.length];
      follow(came);
      return;
    }
    came = link.closest('.place, .finding')?.id ?? came;
    if (location.hash === link.hash) show(link.hash.slice(1));
  });
  addEventListener('hashchange', () => show(location.hash.slice(1)));

  // One stop of the tab key in the source; arrows go from place to place.
  for (const place of places) place.tabIndex = -1;
  if (places[0]) places[0].tabIndex = 0;
  for (const number of all('.n')) number.tabIndex = -1;
  const goTo = place => {
    if (!place) return;
    for (const old of all('.p[tabindex="0"]')) old.tabIndex = -1;
    place.tabIndex = 0;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
  };

  // ---- Filters

  const texts = new Map();
  const textOf = element => {
    if (!texts.has(element)) {
      const parts = all('.words, h3 .place, h4 .place, .chip, .note, .message, code', element).map(part => part.textContent);
      const heading = element.closest('.group')?.querySelector('h3.place')?.textContent ?? '';
      texts.set(element, plain(parts.join(' ') + heading));
    }
    return texts.get(element);
  };
  const filter = () => {
    const wanted = chosen();
    const matches = element => fits(element, wanted) && wanted.terms.every(term => textOf(element).includes(term));
    const counts = [];
    for (const [name, elements] of [['records', records], ['findings', findings]]) {
      let shown = 0;
      for (const element of elements) {
        element.hidden = !matches(element);
        if (!element.hidden) shown++;
      }
      const count = shown === elements.length ? `${shown}` : `${shown}/${elements.length}`;
      byId(`tab-${name}`).querySelector('.count').textContent = count;
      byId(name).querySelector('.nothing').hidden = shown > 0;
      counts.push(count);
    }
    for (const group of all('.group')) group.hidden = !group.querySelector('.record:not([hidden])');
    for (const finding of findings) {
      byId(`n${finding.id.slice(1)}`)?.classList.toggle('off', finding.hidden);
    }
    const isNarrowed = wanted.severity || wanted.rule || wanted.status || wanted.terms.length > 0;
    byId('shown').textContent = isNarrowed ? counts[byId('records').classList.contains('shown') ? 0 : 1] : '';
  };
  onFilter(filter);

  // ---- Keys

  const step = (elements, from, by) => {
    for (let next = from + by; next >= 0 && next < elements.length; next += by) {
      if (!elements[next].hidden) return next;
    }
    return from;
  };
  const toRecord = by => {
    const next = step(records, current < 0 && by < 0 ? records.length : current, by);
    if (next < 0 || next >= records.length) return;
    open(byId('records'));
    current = next;
    show(records[next].id);
    records[next].focus({ preventScroll: true });
  };
  const toFinding = by => {
    const at = findings.findIndex(finding => finding.classList.contains('on'));
    const next = step(findings, at < 0 && by < 0 ? findings.length : at, by);
    if (next < 0 || next >= findings.length) return;
    show(findings[next].id);
    findings[next].focus({ preventScroll: true });
  };
  const arrows = by => event => event.target.matches('.record') ? toRecord(by)
    : event.target.matches('.finding') ? toFinding(by) : false;
  const alongPlaces = by => event => {
    const at = places.indexOf(event.target);
    if (at < 0) return false;
    goTo(places[at + by]);
  };
  Object.assign(actions, {
    'j': () => toRecord(1), 'k': () => toRecord(-1), 'ArrowDown': arrows(1), 'ArrowUp': arrows(-1),
    'n': () => toFinding(1), 'p': () => toFinding(-1),
    'ArrowRight': alongPlaces(1), 'ArrowLeft': alongPlaces(-1),
    's': () => {
      const field = records[current]?.querySelector('.place[id]');
      goTo((field && placesOf(field.id)[0]) ?? places[0]);
    },
    'Escape': () => { light([]); byId('filters').reset(); },
  });
  for (const [number, panel] of panels.entries()) {
    actions[`${number + 1}`] = () => { open(panel); byId(`tab-${panel.id}`).focus(); };
  }

  open(panels[0]);
  if (location.hash) show(location.hash.slice(1));
})();
