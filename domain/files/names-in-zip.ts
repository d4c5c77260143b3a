const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endSize = 22;
const commentAtMost = 0xffff;

/**
 * The names of what a ZIP archive holds, from its own directory.
 * @returns nothing where it has no readable directory, so that its content tells nothing
 */
export function namesInZip(content: Uint8Array): string[] | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  const text = new TextDecoder();
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    names.push(text.decode(content.subarray(at + 46, at + 46 + name)));
    at += 46 + name + extra + comment;
  }
  return names;
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, last - commentAtMost); at -= 1)
    // The mark may also stand in the archive's note: the note must reach to the end exactly.
    if (view.getUint32(at, true) === endMark && view.getUint16(at + 20, true) === last - at) return at;
  return undefined;
}
