/** As wide as a phone; the breakpoint of the styles. */
const narrow = '(max-width: 40em)';

/**
 * On a phone a filter shows the field in which one types; a button opens the others, so that the list is in sight. Without
 * script all fields stand.
 */
export function foldFilters(page) {
  const phone = page.defaultView.matchMedia(narrow);
  page.querySelectorAll('.app-filter[data-more]').forEach((form) => {
    const fields = [...form.querySelectorAll('.app-filter__field')];
    const first = fields.find((field) => field.querySelector('input[type="text"], input[type="search"]')) ?? fields[0];
    const others = fields.filter((field) => field !== first);
    // Within a fold the whole filter was asked for already.
    if (others.length < 2 || form.closest('details')) return;
    const button = page.createElement('button');
    Object.assign(button, { type: 'button', className: 'app-link-button', textContent: form.dataset.more });
    let opened = false;
    const show = () => {
      const folded = phone.matches && !opened;
      button.hidden = !phone.matches;
      button.setAttribute('aria-expanded', String(!folded));
      for (const field of others) field.hidden = folded;
    };
    button.addEventListener('click', () => {
      opened = !opened;
      show();
      if (opened) others[0].querySelector('input, select')?.focus();
    });
    phone.addEventListener('change', show);
    form.querySelector('.app-filter__acts').append(button);
    show();
  });
}
