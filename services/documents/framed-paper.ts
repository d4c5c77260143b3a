import type { DocumentFrame } from './document-row';

/** What a paper shows together with what it says of the installation that prints it; its addresses become whole. */
export function framedPaper(
  kind: string,
  { taskPath, ...data }: Record<string, unknown>,
  frame: DocumentFrame,
): Record<string, unknown> {
  return {
    ...data,
    ...(typeof taskPath === 'string' ? { taskUrl: `${frame.publicUrl}${taskPath}` } : {}),
    kind,
    demonstration: frame.demonstration,
  };
}
