const pauseMs = 20_000;
/** What could not be kept is tried again at these distances, the last one from then on; and when the network comes back. */
const retryMs = [5_000, 15_000, 30_000, 60_000];

/** Keeps what is typed into a form on the server now and then, for its writer alone. Without script there is a button. */
export function keepDrafts(page) {
  page.querySelectorAll('form[data-draft]').forEach((form) => watch(page, form));
}

/** Keeps every form of the page that has been changed since it was last kept. */
export function saveDrafts(page) {
  return Promise.all(
    [...page.querySelectorAll('form[data-draft][data-changed]')].map((form) => saveInTurn(page, form)),
  );
}

/** Saves under way, one a form: the next goes on from what the one before it kept. */
const underWay = new WeakMap();

function saveInTurn(page, form) {
  const before = underWay.get(form) ?? Promise.resolve();
  const turn = before.then(() => ('changed' in form.dataset ? save(page, form) : undefined));
  underWay.set(form, turn);
  return turn;
}

function watch(page, form) {
  let timer;
  const changed = () => {
    form.dataset.changed = '';
    timer ??= setTimeout(() => {
      timer = undefined;
      void saveDrafts(page);
    }, pauseMs);
  };
  // The state stands below the field in which the person types, not at the end of a long form. It moves while they type
  // and at no other time: what moves at a press of the mouse lets the press miss.
  form.addEventListener('input', ({ target }) => {
    const group = target.closest('.govuk-form-group');
    const note = form.querySelector('[data-draft-state]');
    if (group && form.contains(group) && note.parentElement !== group) group.append(note);
    say(form, form.dataset.draftChanged);
  });
  page.defaultView.addEventListener('online', () => void saveDrafts(page));
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    delete form.dataset.changed;
  });
  page.addEventListener('visibilitychange', () => {
    if (page.hidden) void saveDrafts(page);
  });
}

async function save(page, form) {
  const typed = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
  const body = new URLSearchParams([...typed, ['_draftCommand', 'save']]);
  delete form.dataset.changed;
  const answer = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
    redirect: 'manual',
    keepalive: body.toString().length < 60_000,
  }).catch(() => undefined);
  const kept = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
  if (kept) {
    // The next save goes on from this one; where another tab had saved meanwhile, this form has a draft of its own.
    form.querySelector('[name="_draftBase"]').value = kept.base;
    form.querySelector('[name="_draft"]').value = kept.token;
    const time = new Date(kept.savedAt).toLocaleTimeString('zh-CN', {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    delete form.dataset.failures;
    // What was typed meanwhile is not kept yet, and the note says so.
    if (!('changed' in form.dataset)) say(form, form.dataset.draftSaved.replace('%{time}', time));
    page.dispatchEvent(new CustomEvent('session-extended'));
  } else if (answer?.type !== 'opaqueredirect') {
    form.dataset.changed = '';
    const refused = answer !== undefined && answer.status < 500;
    say(form, refused ? form.dataset.draftFailed : form.dataset.draftRetried);
    // A refusal stays one however often it is asked; a network or a server that is away comes back.
    if (!refused) tryLater(page, form);
  }
}

const waiting = new WeakMap();

function tryLater(page, form) {
  const failures = Number(form.dataset.failures ?? 0);
  form.dataset.failures = String(failures + 1);
  clearTimeout(waiting.get(form));
  waiting.set(
    form,
    setTimeout(() => void saveDrafts(page), retryMs[Math.min(failures, retryMs.length - 1)]),
  );
}

function say(form, text) {
  const note = form.querySelector('[data-draft-state]');
  if (note.textContent !== text) note.textContent = text;
}
