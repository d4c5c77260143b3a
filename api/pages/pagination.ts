/** Links to the pages of a list: first, last, and those around the present one. */
export function pagination(current: number, pages: number, address: (page: number) => string) {
  if (pages <= 1) return undefined;
  const near = [1, current - 1, current, current + 1, pages].filter((page) => page >= 1 && page <= pages);
  const numbers = [...new Set(near)].sort((left, right) => left - right);
  const items = numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    const gap = before !== undefined && number > before + 1 ? [{ ellipsis: true }] : [];
    return [...gap, { number, href: address(number), current: number === current }];
  });
  return {
    items,
    previous: current > 1 ? { href: address(current - 1) } : undefined,
    next: current < pages ? { href: address(current + 1) } : undefined,
  };
}
