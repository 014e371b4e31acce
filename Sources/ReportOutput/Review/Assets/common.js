/* What all pages do: the language, the help, and the keys of both. */
(() => {
  'use strict';
  const root = document.documentElement;
  const choices = { th: document.getElementById('lang-th'), en: document.getElementById('lang-en') };
  const help = document.getElementById('help');

  /* A browser may keep nothing for pages that are files: the choice then holds for this page. */
  const stored = {
    get(name) { try { return localStorage.getItem(`itaparse-${name}`); } catch { return null; } },
    set(name, value) { try { localStorage.setItem(`itaparse-${name}`, value); } catch { /* nothing to keep it in */ } },
  };

  const speak = language => {
    root.lang = language;
    choices[language].checked = true;
    for (const element of document.querySelectorAll('[data-say]')) {
      const words = element.dataset[language];
      if (element.dataset.say === 'text') element.textContent = words;
      else element.setAttribute(element.dataset.say, words);
    }
  };
  const choose = language => { speak(language); stored.set('language', language); };

  for (const [language, choice] of Object.entries(choices)) choice.addEventListener('change', () => choose(language));
  const last = stored.get('language');
  if (last !== root.lang && choices[last]) speak(last);

  const keys = document.getElementById('keys');
  keys.checked = stored.get('keys') !== 'off';
  keys.addEventListener('change', () => stored.set('keys', keys.checked ? 'on' : 'off'));

  document.getElementById('help-button').addEventListener('click', () => help.showModal());

  /* Texts are found however their digits and spaces are written. */
  const plain = text => text.normalize('NFKC').toLowerCase().replace(/[๐-๙]/g, digit => digit.charCodeAt(0) - 0x0E50)
    .replace(/[\s\u200B-\u200D]+/g, '');

  const actions = {
    '?': () => help.showModal(),
    'l': () => choose(root.lang === 'th' ? 'en' : 'th'),
    '/': () => { const box = document.getElementById('search'); box.focus(); box.select(); },
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const inBox = event.target.closest('input[type=search], select');
    if (event.key === 'Escape') {
      if (inBox) inBox.blur();
      if (actions.Escape) actions.Escape();
      return;
    }
    if (inBox || (event.target.closest('input[type=radio]') && event.key.startsWith('Arrow'))) return;
    if (event.key.length === 1 && !keys.checked) return;
    const action = actions[event.key];
    if (action && action(event) !== false) event.preventDefault();
  });

  /** Gives the terms of a search; every one of them has to be met. */
  const terms = text => text.split(/\s+/).map(plain).filter(term => term);

  /** Calls `apply` when a filter changes, for typing only once the browser has time. */
  const onFilter = apply => {
    const form = document.getElementById('filters');
    let waiting = 0;
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('input', () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(apply);
    });
    form.addEventListener('reset', () => setTimeout(apply));
  };

  /** Whether an element's data match the choices of the filters. */
  const fits = (element, chosen) => {
    const { severities = '', rules = '', status } = element.dataset;
    if (chosen.severity === '-' ? severities.trim() : chosen.severity && !severities.split(' ').includes(chosen.severity)) return false;
    if (chosen.rule && !rules.split(' ').includes(chosen.rule)) return false;
    return !chosen.status || status === chosen.status;
  };

  /** What the filters say now. */
  const chosen = () => {
    const value = id => document.getElementById(id)?.value ?? '';
    return { severity: value('severity'), rule: value('rule'), status: value('status'), terms: terms(value('search')) };
  };

  document.body.classList.add('with-script');
  window.review = { plain, actions, onFilter, fits, chosen };
})();
