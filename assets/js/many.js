/**
 * A list of many cases: a row opens in its place, all that may be ticked is ticked, and what was filled in is looked at,
 * without the page going away. Without this the same buttons send the form, and the page comes back with the same.
 */
export function openRowsInPlace(page) {
  page.querySelectorAll('form[data-many]').forEach((form) => {
    form.addEventListener('submit', (event) => {
      form.dataset.leaving = 'on';
      if (event.submitter?.name !== 'command') followSending(form);
    });
    form.addEventListener('click', (event) => {
      const button = event.target.closest('button[name="command"]');
      if (!button || button.dataset.whole) return;
      event.preventDefault();
      if (button.matches('[data-many-all]')) tickAll(form);
      else if (button.matches('[data-many-open]')) void openRow(form, button);
      else void lookAt(form, button);
    });
    form.addEventListener('change', (event) => {
      const look = form.querySelector('[data-many-look]');
      if (look && event.target.type === 'date') void lookAt(form, look);
    });
  });
}

/** Ticks every row that may be ticked; where all are, none. */
function tickAll(form) {
  const boxes = [...form.querySelectorAll('input[data-many-tick]:not(:disabled)')];
  const some = boxes.some((box) => !box.checked);
  boxes.forEach((box) => {
    box.checked = some;
  });
}

/** The page that the form would come back as. */
async function ask(form, button, headers = {}) {
  const body = new URLSearchParams(new FormData(form));
  body.set('command', button.value);
  const answer = await fetch(form.action, { method: 'POST', body, headers, redirect: 'error' });
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

async function openRow(form, button) {
  const row = button.closest('[data-many-row]');
  try {
    const found = await ask(form, button, { 'x-row': row.dataset.manyRow });
    const fresh = found.getElementById(row.id);
    if (!fresh) throw new Error('the row is not in the answer');
    keepMarks(row, fresh);
    row.replaceWith(fresh);
    fresh.querySelector('summary')?.focus();
    countTickable(form);
  } catch {
    // A form that is on its way must not be sent once more as another one.
    if (form.dataset.leaving) return;
    button.dataset.whole = 'on';
    form.requestSubmit(button);
  }
}

/** What a person ticked or typed in the row while the answer was on its way stays. */
function keepMarks(row, fresh) {
  row.querySelectorAll('input:not([type="hidden"], :disabled)').forEach((field) => {
    const same = [...fresh.querySelectorAll('input')].find(({ name }) => name === field.name);
    if (!same) return;
    if (field.type === 'checkbox') same.checked = field.checked;
    else same.value = field.value;
  });
}

function countTickable(form) {
  const all = form.querySelector('[data-many-all]');
  const boxes = form.querySelectorAll('input[data-many-tick]:not(:disabled)').length;
  if (all) all.textContent = all.textContent.replace(/\d+/, String(boxes));
}

/**
 * Says beside each field what is to be thought of with what stands in it; nobody waits for it. Words that come in make
 * rows taller, so the form is called busy until they stand.
 */
async function lookAt(form, button) {
  form.dataset.looks = String(Number(form.dataset.looks ?? 0) + 1);
  form.setAttribute('aria-busy', 'true');
  try {
    const found = await ask(form, button, { 'x-row': 'none' });
    form.querySelectorAll('[data-many-marks]').forEach((marks) => {
      const fresh = found.getElementById(marks.id);
      if (fresh) marks.replaceWith(fresh);
    });
  } catch {
    // The person goes on without, or is leaving; the same is asked when the form is sent.
  } finally {
    form.dataset.looks = String(Number(form.dataset.looks) - 1);
    if (form.dataset.looks === '0') form.removeAttribute('aria-busy');
  }
}

/** How often the figures of what is being sent are asked for, in milliseconds. */
const askEvery = 700;

/** While the answer to a sending is awaited: how many of how many are done. Without this the answer has the figures. */
function followSending(form) {
  const place = form.querySelector('[data-many-progress]');
  if (!place) return;
  place.hidden = false;
  place.scrollIntoView({ block: 'nearest' });
  const words = place.innerHTML;
  const timer = setInterval(() => void bringFigures(form, place), askEvery);
  // Whoever comes back by the browser's own button finds the form as it was.
  form.ownerDocument.defaultView.addEventListener('pageshow', () => {
    clearInterval(timer);
    place.innerHTML = words;
    place.hidden = true;
  });
}

async function bringFigures(form, place) {
  try {
    const answer = await fetch(form.dataset.progressHref, { headers: { accept: 'text/html' } });
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('many-progress');
    if (!found) return;
    // The page goes away with the answer to the form itself, which nothing here may bring forward.
    found.removeAttribute('data-refresh-href');
    place.replaceChildren(found);
    place.scrollIntoView({ block: 'nearest' });
  } catch {
    // The next one may come; the answer to the form says all in the end.
  }
}
