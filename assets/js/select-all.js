/** The box in a table's head ticks or clears the rows of that table. */
export function selectAll(page) {
  page.querySelectorAll('[data-select-all]').forEach((head) => {
    const rows = () => [
      ...head.closest('table').querySelectorAll(`tbody input[name="${CSS.escape(head.dataset.selectAll)}"]`),
    ];
    const show = () => {
      const ticked = rows().filter((box) => box.checked).length;
      head.checked = ticked > 0 && ticked === rows().length;
      head.indeterminate = ticked > 0 && ticked < rows().length;
    };
    head.hidden = false;
    head.addEventListener('change', () =>
      rows().forEach((box) => {
        box.checked = head.checked;
      }),
    );
    head.closest('table').addEventListener('change', show);
    show();
  });
}
