/** Ids that stand twice, and labels and links that lead to none: a reader of the screen is sent to the wrong field by them. */
export function astrayIn(html: string): string[] {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);
  const ids = all(/<[a-z][^>]*\sid="([^"]+)"/g);
  const leadTo = [...all(/<label[^>]*\sfor="([^"]+)"/g), ...all(/<a[^>]*\shref="#([^"]+)"/g)];
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice #${id}`),
    ...leadTo.filter((id) => !ids.includes(id)).map((id) => `nowhere #${id}`),
  ];
}
