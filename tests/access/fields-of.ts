/** What a browser would send of a form as it stands on its page: of the first that posts below an address. */
export function fieldsOf(html: string, below = '/registers'): Record<string, string | string[]> {
  const start = html.indexOf(`<form method="post" action="${below}`);
  const form = html.slice(start, html.indexOf('</form>', start));
  const found: [string, string][] = [];
  for (const [tag, kind] of form.matchAll(/<(input|textarea|select)\b[^>]*>/g)) {
    const attribute = (name: string) => unescape(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]);
    const name = attribute('name');
    if (!name) continue;
    const from = form.indexOf(tag) + tag.length;
    if (kind === 'textarea') found.push([name, unescape(form.slice(from, form.indexOf('</textarea>', from))) ?? '']);
    else if (kind === 'select')
      found.push([
        name,
        unescape(/<option value="([^"]*)" selected/.exec(form.slice(from, form.indexOf('</select>', from)))?.[1]) ?? '',
      ]);
    else if (!/type="(checkbox|radio)"/.test(tag) || / checked/.test(tag)) found.push([name, attribute('value') ?? '']);
  }
  return Object.fromEntries(
    [...new Set(found.map(([name]) => name))].map((name) => [
      name,
      found.filter(([other]) => other === name).map(([, value]) => value),
    ]),
  );
}

const unescape = (text: string | undefined) =>
  text
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&amp;', '&');
