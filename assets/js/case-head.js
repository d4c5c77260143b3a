/** Says how high the head of a case is that stays in sight, so that what stays below it is not covered; its words may wrap. */
export function measureCaseHead(page) {
  const head = page.querySelector('.app-case-head');
  const { ResizeObserver } = page.defaultView;
  if (!head || !ResizeObserver) return;
  const { documentElement: root } = page;
  new ResizeObserver(() => {
    const { height } = head.getBoundingClientRect();
    root.style.setProperty('--app-case-head', `${height}px`);
    root.classList.add('app-has-measured-head');
  }).observe(head, { box: 'border-box' });
}
