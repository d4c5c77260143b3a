/** Takes people to what went wrong or what was done, and from a message in the summary to its field. */
export function focusMessages(page) {
  const message =
    page.querySelector('.govuk-error-summary:not([data-disable-auto-focus="true"])') ??
    page.querySelector('[data-focus-on-load]');
  if (message) {
    message.setAttribute('tabindex', '-1');
    message.focus();
  }
  page.querySelectorAll('.govuk-error-summary a[href^="#"]').forEach((link) => {
    link.addEventListener('click', (event) => {
      const field = page.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!field) return;
      event.preventDefault();
      const start =
        page.querySelector(`label[for="${CSS.escape(field.id)}"]`) ??
        field.closest('fieldset')?.querySelector('legend') ??
        field;
      start.scrollIntoView();
      field.focus({ preventScroll: true });
    });
  });
}
