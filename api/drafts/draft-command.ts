/** Name of the buttons that keep a form or drop what was kept of it. */
export const draftButton = '_draftCommand';

/** The pressed button of a form, where it was one about its draft. */
export function draftCommand(body: Record<string, unknown>): 'save' | 'discard' | undefined {
  const sent = body[draftButton];
  return sent === 'save' || sent === 'discard' ? sent : undefined;
}
