import { saveDrafts } from './drafts.js';

/** Warns before a session ends and lets the person go on; what they typed stays where it is. */
export function watchSession(page) {
  const box = page.querySelector('[data-session]');
  if (!box) return;
  const dialog = box.querySelector('dialog');
  const text = box.querySelector('[role="status"]');
  const { expiresIn, warnBefore, extendUrl, expiredUrl, csrf } = box.dataset;
  let ends = Date.now() + Number(expiresIn) * 1000;

  const check = () => {
    const left = Math.ceil((ends - Date.now()) / 1000);
    if (left <= 0) {
      // Files that are on their way would be gone with the page: they say by themselves that one must sign in.
      if (!page.dispatchEvent(new Event('session-ended', { cancelable: true }))) return later();
      return void saveDrafts(page).finally(() => page.defaultView.location.assign(expiredUrl));
    }
    if (left > Number(warnBefore)) return later();
    box.hidden = false;
    text.textContent = box.dataset.text.replace('%{minutes}', String(Math.ceil(left / 60)));
    if (!dialog.open) {
      void saveDrafts(page);
      dialog.showModal();
    }
    later();
  };
  // A sleeping computer stops timers, so the clock is read and nothing is counted down.
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(check, 10_000);
  };

  const extend = async () => {
    const body = new URLSearchParams({ _csrf: csrf });
    const answer = await fetch(extendUrl, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(
      () => undefined,
    );
    if (!answer?.ok || answer.redirected) {
      text.textContent = box.dataset.failed;
      return;
    }
    extended();
    dialog.close();
  };
  const extended = () => {
    ends = Date.now() + Number(expiresIn) * 1000;
  };
  // What the page's other scripts send also keeps the session.
  page.addEventListener('session-extended', extended);
  box.querySelector('[data-session-extend]').addEventListener('click', () => void extend());
  page.addEventListener('visibilitychange', () => {
    if (!page.hidden) check();
  });
  later();
}
