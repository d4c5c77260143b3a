import { fileKinds, type FileKindName } from './file-kinds';

/** The ending of a name, in small letters without its dot; empty where it has none. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The name with the ending of what the file is. One that says so already stays letter for letter. */
export function mendedName(name: string, kind: FileKindName): string {
  const { extensions } = fileKinds[kind];
  if ((extensions as readonly string[]).includes(endingOf(name))) return name;
  // What looks like the ending of another kind gives way; a number or a word belongs to the name.
  const stem = name.replace(/\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i, '') || name;
  // 复函.pdf.exe says it already, before an ending that was put behind it.
  if ((extensions as readonly string[]).includes(endingOf(stem))) return stem;
  return `${stem}.${extensions[0]}`;
}
