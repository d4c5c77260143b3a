/** Brings the next state of long work; without script the page reloads itself. */
export function followProgress(page) {
  page.querySelectorAll('[data-refresh-href]').forEach((bar) => follow(page, bar));
}

// Where there is nothing to count, the page is opened anew: its answer may be the outcome, told once.
function follow(page, bar) {
  const wait = Number(bar.dataset.refreshSeconds) * 1000;
  setTimeout(
    () =>
      bar.querySelector('progress') ? void bring(page, bar) : page.defaultView.location.assign(bar.dataset.refreshHref),
    wait,
  );
}

async function bring(page, bar) {
  const answer = await fetch(bar.dataset.refreshHref, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok) return follow(page, bar);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = fresh.getElementById(bar.id);
  if (!next?.dataset.refreshHref) return page.defaultView.location.assign(answer.url);
  bar.querySelector('progress').value = next.querySelector('progress').value;
  bar.querySelector('[role="status"]').textContent = next.querySelector('[role="status"]').textContent;
  follow(page, bar);
}
