const pauseMs = 400;

/** Tells how many objects a scope holds while it is being chosen. Without script there is a button. */
export function forecastScope(page) {
  page.querySelectorAll('[data-forecast-href]').forEach((box) => watch(page, box));
}

function watch(page, box) {
  const form = box.closest('form');
  let timer;
  let asking;
  const ask = () => {
    clearTimeout(timer);
    asking?.abort();
    asking = new AbortController();
    void bring(page, box, form, asking.signal);
  };
  form.addEventListener('input', ({ target }) => {
    if (!/^(?:scheme\[scope\]|ratio\[|task\[.*items)/.test(target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, pauseMs);
  });
  box.querySelector('[data-forecast-button]').addEventListener('click', (event) => {
    event.preventDefault();
    ask();
  });
}

async function bring(page, box, form, signal) {
  box.setAttribute('aria-busy', 'true');
  const typed = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
  const answer = await fetch(box.dataset.forecastHref, {
    method: 'POST',
    body: new URLSearchParams(typed),
    redirect: 'manual',
    signal,
  }).catch(() => undefined);
  const text = answer?.ok ? await answer.text().catch(() => undefined) : undefined;
  // A later question is under way: its answer is the one that counts.
  if (signal.aborted) return;
  box.removeAttribute('aria-busy');
  if (text === undefined) {
    box.querySelector('[data-forecast-words]').textContent = box.dataset.forecastFailed;
    box.querySelector('[data-forecast-rows]').replaceChildren();
    return;
  }
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  for (const part of ['[data-forecast-words]', '[data-forecast-rows]'])
    box.querySelector(part).replaceChildren(...fresh.querySelector(part).childNodes);
  box.querySelectorAll('[data-figure]').forEach(({ dataset }) => {
    const row = form.querySelector(`[data-stratum="${dataset.figure}"]`);
    if (!row) return;
    row.querySelector('[data-in-scope]').textContent = dataset.figureInScope;
    row.querySelector('[data-drawn]').textContent = dataset.figureDrawn;
  });
  page.dispatchEvent(new CustomEvent('session-extended'));
}
