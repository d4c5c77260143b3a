const say = (text, count) => text.replace('%{count}', String(count));

/** Counts as people do: a four-byte character is one character. */
export function countCharacters(page) {
  page.querySelectorAll('[data-count]').forEach((group) => {
    const field = group.querySelector('textarea');
    const note = group.querySelector('.app-count');
    const show = () => {
      const left = Number(group.dataset.count) - [...field.value.trim()].length;
      note.textContent = left >= 0 ? say(group.dataset.countLeft, left) : say(group.dataset.countOver, -left);
      note.classList.toggle('app-count--over', left < 0);
    };
    field.addEventListener('input', show);
    show();
  });
}
