const kept = 'shortcuts';
const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], dialog';

/**
 * Keys for those who work through lists: j and k go from row to row, Enter opens the row, x ticks it, / goes to the search,
 * ? tells of the keys. Never where somebody types, never with Ctrl, Alt or Meta, and not for whoever switched them off.
 */
export function listenToKeys(page) {
  const help = page.querySelector('[data-shortcuts]');
  if (!help) return;
  const store = page.defaultView.localStorage;
  const box = help.querySelector('input');
  box.checked = isOn(store);
  box.addEventListener('change', () => keep(store, box.checked));

  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest?.(typing) || page.querySelector('dialog[open]')) return;
    // Whoever switched the keys off can be told of them by the link in the foot of the page.
    if (!isOn(store)) return;
    const done = act(page, help, event);
    if (done) event.preventDefault();
  });
  page.querySelectorAll('[data-shows-shortcuts]').forEach((link) => {
    link.hidden = false;
    link.addEventListener('click', () => help.showModal());
  });
}

function act(page, help, { key, target }) {
  if (key === 'j') return goTo(page, 1);
  if (key === 'k') return goTo(page, -1);
  if (key === 'x') return tick(current(page));
  if (key === '/') return search(page);
  if (key === '?') return help.showModal() ?? true;
  // A link or a button that has the focus does what it always does.
  if (key === 'Enter' && !target.closest('a, button, summary')) return open(current(page));
  return false;
}

const rowsOf = (page) =>
  [...page.querySelectorAll('main table tbody tr')].filter(
    (row) => row.querySelector('th[scope="row"]') && row.getClientRects().length > 0,
  );

/** The row that has the focus, or the one that the keys came to last. */
const current = (page) => page.activeElement?.closest('main tbody tr') ?? page.querySelector('tr[data-current]');

function goTo(page, step) {
  const rows = rowsOf(page);
  if (rows.length === 0) return false;
  const at = rows.indexOf(current(page));
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
  page.querySelector('tr[data-current]')?.removeAttribute('data-current');
  next.setAttribute('data-current', '');
  // The row's own link takes the focus, so that Tab goes on from there and readers hear what it is.
  const place = next.querySelector('th[scope="row"] a') ?? next.querySelector('a, input, button');
  if (place) place.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

function tick(row) {
  const box = row?.querySelector('input[type="checkbox"]:not(:disabled)');
  box?.click();
  return Boolean(box);
}

function open(row) {
  const link = row?.querySelector('th[scope="row"] a, a');
  link?.click();
  return Boolean(link);
}

function search(page) {
  const field = [...page.querySelectorAll('input[data-search], input[type="search"]')].find(
    (one) => one.getClientRects().length > 0,
  );
  field?.focus();
  field?.select();
  return Boolean(field);
}

/** A browser that keeps nothing has the keys on. */
function isOn(store) {
  try {
    return store.getItem(kept) !== 'off';
  } catch {
    return true;
  }
}

function keep(store, on) {
  try {
    store.setItem(kept, on ? 'on' : 'off');
  } catch {
    // It holds for this page alone then.
  }
}
