const pauseMs = 20_000;

/** Keeps what is typed into a form on the server now and then, for its writer alone. Without script there is a button. */
export function keepDrafts(page) {
  page.querySelectorAll('form[data-draft]').forEach((form) => watch(page, form));
}

/** Keeps every form of the page that has been changed since it was last kept. */
export function saveDrafts(page) {
  return Promise.all([...page.querySelectorAll('form[data-draft][data-changed]')].map((form) => save(page, form)));
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
  const note = form.querySelector('[data-draft-state]');
  if (kept) {
    // The next save goes on from this one; where another tab had saved meanwhile, this form has a draft of its own.
    form.querySelector('[name="_draftBase"]').value = kept.base;
    form.querySelector('[name="_draft"]').value = kept.token;
    const time = new Date(kept.savedAt).toLocaleTimeString('zh-CN', {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    note.textContent = form.dataset.draftSaved.replace('%{time}', time);
    page.dispatchEvent(new CustomEvent('session-extended'));
  } else if (answer?.type !== 'opaqueredirect') {
    note.textContent = form.dataset.draftFailed;
    form.dataset.changed = '';
  }
}
