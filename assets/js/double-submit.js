/** A second press within a second sends nothing; the server's submission id makes any other harmless. */
export function preventDoubleSubmit(page) {
  const pause = 1000;
  page.addEventListener('submit', (event) => {
    const form = event.target;
    const now = Date.now();
    if (now - Number(form.dataset.sentAt ?? 0) < pause) {
      event.preventDefault();
      return;
    }
    form.dataset.sentAt = String(now);
  });
}
