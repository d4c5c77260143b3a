/**
 * The proposal: items are found while the words for them are typed, what is ticked stands as a chip over its list, and a
 * row with both a ratio and a number says at once that it takes one of them. Without this the form comes back with the same.
 */
export function helpPropose(page) {
  const form = page.querySelector('form.app-proposal');
  if (!form) return;
  const search = form.querySelector('[data-item-search]');
  search.querySelector('button').hidden = true;
  search.querySelector('input').addEventListener('input', ({ target }) => find(form, target.value));
  form.addEventListener('change', ({ target }) => {
    if (target.closest('[data-item]')) showChips(target.closest('[data-unit]'));
  });
  form.addEventListener('click', (event) => {
    const chip = event.target.closest('.app-chip');
    if (!chip) return;
    event.preventDefault();
    dropItem(chip);
  });
  form.addEventListener('input', ({ target }) => {
    const row = target.closest('[data-stratum]');
    if (row) sayBoth(form, row);
  });
}

function find(form, typed) {
  const words = typed.trim().split(/\s+/).filter(Boolean);
  let found = 0;
  form.querySelectorAll('[data-unit]').forEach((unit) => {
    let here = 0;
    unit.querySelectorAll('[data-item]').forEach((item) => {
      const text = unit.dataset.unitName + item.textContent;
      const fits = words.every((word) => text.includes(word));
      const ticked = item.querySelector('input').checked;
      item.hidden = !fits && !ticked;
      if (fits) here += 1;
    });
    const chosen = unit.querySelector('[data-item] input:checked') !== null;
    unit.hidden = here === 0 && !chosen;
    if (words.length > 0 && here > 0) unit.open = true;
    found += here;
  });
  const none = form.querySelector('[data-item-none]');
  none.textContent = found === 0 ? none.dataset.itemNone : '';
}

function showChips(unit) {
  const chips = unit.querySelector('[data-chips]');
  const { chipName, chipDrop, chipNone } = chips.dataset;
  const ticked = [...unit.querySelectorAll('[data-item] input:checked')];
  chips.replaceChildren(...ticked.map((box) => chipOf(unit.dataset.unit, box, { chipName, chipDrop })));
  if (ticked.length > 0) return;
  const none = unit.ownerDocument.createElement('span');
  none.className = 'app-chips__none';
  none.textContent = chipNone;
  chips.append(none);
}

function chipOf(unit, box, { chipName, chipDrop }) {
  const page = box.ownerDocument;
  const chip = page.createElement('button');
  Object.assign(chip, { type: 'submit', className: 'app-chip', name: chipName, value: `${unit}:${box.value}` });
  const hidden = Object.assign(page.createElement('span'), {
    className: 'govuk-visually-hidden',
    textContent: chipDrop,
  });
  const mark = Object.assign(page.createElement('span'), { className: 'app-chip__mark', textContent: '×' });
  mark.setAttribute('aria-hidden', 'true');
  chip.append(box.labels[0].textContent, hidden, mark);
  return chip;
}

/** Takes an item out; whoever works by keyboard goes on at the list that it came from. */
function dropItem(chip) {
  const [, code] = chip.value.split(':');
  const unit = chip.closest('[data-unit]');
  const box = [...unit.querySelectorAll('[data-item] input')].find(({ value }) => value === code);
  if (!box) return;
  box.checked = false;
  for (const kind of ['input', 'change']) box.dispatchEvent(new Event(kind, { bubbles: true }));
  (unit.querySelector('.app-chip') ?? box).focus();
}

function sayBoth(form, row) {
  const filled = [...row.querySelectorAll('input')].every(({ value }) => value.trim() !== '');
  form.querySelector(`[data-both="${row.dataset.stratum}"]`).hidden = !filled;
  row.classList.toggle('app-strata__row--wrong', filled);
}
