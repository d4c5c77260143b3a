import { pageLinks } from '../../api/views/page-links';

const shown = (page: number, pages: number) =>
  pageLinks(page, pages, '/cases')?.items.map((item) => (item.ellipsis ? '…' : item.current ? `[${item.number}]` : String(item.number))).join(' ');

it.each([
  [1, 1, undefined], [1, 2, '[1] 2'], [2, 3, '1 [2] 3'], [7, 42, '1 … 6 [7] 8 … 42'], [42, 42, '1 … 41 [42]'], [999, 3, '1 2 [3]'], [-4, 3, '[1] 2 3'],
])('page %d of %d', (page, pages, expected) => expect(shown(page, pages)).toBe(expected));

it('keeps filters and sorting in the address and escapes them', () => {
  const links = pageLinks(2, 3, '/cases?q=%E7%94%B2%26%E4%B9%99&page=2&page=9&sort=-due');
  expect(links?.next?.href).toBe('/cases?q=%E7%94%B2%26%E4%B9%99&page=3&sort=-due');
  expect(links?.previous?.href).toContain('page=1');
});
