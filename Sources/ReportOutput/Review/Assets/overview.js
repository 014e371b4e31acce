/* The page over all reports: order, search and filters of its table. */
(() => {
  'use strict';
  const { plain, actions, onFilter, fits, chosen } = window.review;
  const table = document.getElementById('table');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const headings = [...table.tHead.rows[0].cells];
  const collator = new Intl.Collator('th', { numeric: true });

  // ---- Rows that are shown

  /* A browser lays out a table as a whole: of a country's reports it gets so many rows at a time. */
  const portion = 1500;
  const more = document.getElementById('more');
  let limit = portion;
  let order = rows;
  let isWanted = () => true;
  const render = () => {
    const wanted = order.filter(isWanted);
    body.replaceChildren(...wanted.slice(0, limit));
    more.hidden = wanted.length <= limit;
    document.getElementById('shown').textContent = wanted.length === rows.length ? '' : `${wanted.length} / ${rows.length}`;
    document.querySelector('#reports .nothing').hidden = wanted.length > 0;
  };
  more.addEventListener('click', () => { limit += portion; render(); });
  // Paper has room for all of them.
  addEventListener('beforeprint', () => { limit = Infinity; render(); });
  addEventListener('afterprint', () => { limit = portion; render(); });

  // ---- Order

  const keys = new Map();
  const keysOf = column => {
    if (!keys.has(column)) {
      keys.set(column, new Map(rows.map(row => {
        const cell = row.cells[column];
        return [row, cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v)];
      })));
    }
    return keys.get(column);
  };
  const sort = column => {
    const heading = headings[column];
    const isFigure = heading.classList.contains('figure');
    // Figures begin with the largest, names with the first.
    const first = isFigure ? 'descending' : 'ascending';
    const second = isFigure ? 'ascending' : 'descending';
    const direction = heading.getAttribute('aria-sort') === first ? second : first;
    for (const other of headings) other.setAttribute('aria-sort', other === heading ? direction : 'none');
    const key = keysOf(column);
    const sign = direction === 'ascending' ? 1 : -1;
    order = [...rows].sort((a, b) => {
      const [left, right] = [key.get(a), key.get(b)];
      // Rows that say nothing stand at the end, whatever the order.
      if ((left === '') !== (right === '')) return left === '' ? 1 : -1;
      return sign * (isFigure ? left - right : collator.compare(left, right));
    });
    render();
  };
  for (const [column, heading] of headings.entries()) {
    heading.querySelector('button').addEventListener('click', () => sort(column));
  }

  // ---- Filters

  const texts = new Map();
  const textOf = row => {
    if (!texts.has(row)) texts.set(row, plain([...row.cells].slice(0, 4).map(cell => cell.textContent).join(' ')));
    return texts.get(row);
  };
  const filter = () => {
    const wanted = chosen();
    isWanted = row => fits(row, wanted) && wanted.terms.every(term => textOf(row).includes(term));
    limit = portion;
    render();
  };
  onFilter(filter);

  if (rows.length > limit) render();

  // ---- Keys

  const move = by => {
    const shown = [...body.rows];
    const at = shown.findIndex(row => row.contains(document.activeElement));
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    next?.querySelector('a').focus();
  };
  Object.assign(actions, {
    'j': () => move(1), 'k': () => move(-1), 'Escape': () => document.getElementById('filters').reset(),
  });
})();
