import type { FormErrors } from '../../../forms/form-errors';
import { rowOfStratum } from './written-strata';

type Values = Record<string, unknown>;

/**
 * Messages of a proposal under the ids of its page, where a department's task stands under its code and a risk class
 * under its letter; so each message is beside its field and each line of the summary leads to it.
 */
export function proposalErrors(errors: FormErrors, values: Values): FormErrors {
  const scheme = (values['scheme'] ?? {}) as { tasks?: unknown; strata?: unknown };
  const placed = (id: string) => placeOf(id, scheme);
  const messages: Record<string, string> = {};
  for (const [id, text] of Object.entries(errors.messages)) messages[placed(id)] ??= text;
  return {
    errorList: errors.errorList.map(({ text, href }) => ({ text, href: `#${placed(href.slice(1))}` })),
    messages,
  };
}

/** Where on the page the thing stands that a rule of the scheme is about. */
export const placesOfRules: Readonly<Record<string, string>> = {
  LEAD_WITHOUT_ITEMS: 'scheme-tasks',
  DEPARTMENT_UNKNOWN: 'scheme-tasks',
  DEPARTMENT_DOES_NOT_INSPECT: 'scheme-tasks',
  ITEM_NOT_IN_FORCE: 'scheme-tasks',
  ITEM_OF_OTHER_DEPARTMENT: 'scheme-tasks',
  SCOPE_EMPTY: 'scheme-scope-kinds',
  WINDOW_PAST: 'scheme-windowTo',
};

function placeOf(id: string, scheme: { tasks?: unknown; strata?: unknown }): string {
  const [, list, index, field] = /^scheme-(tasks|strata)-(\d+)(?:-(\w+))?/.exec(id) ?? [];
  if (list === 'tasks') {
    const department = at(scheme.tasks, index)?.['department'];
    return typeof department === 'string' && field && ['items', 'officers', 'qualifications'].includes(field)
      ? `${field}-${department}`
      : 'scheme-tasks';
  }
  if (list === 'strata') {
    const row = rowOfStratum(at(scheme.strata, index));
    return row ? `${field === 'count' ? 'count' : 'percent'}-${row}` : 'scheme-strata';
  }
  if (id === 'number' || id === '' || id === 'scheme') return 'main-content';
  return id.startsWith('scheme-scope-') ? (/^scheme-scope-\w+/.exec(id)?.[0] ?? 'main-content') : id;
}

function at(list: unknown, index: string | undefined): Values | undefined {
  return Array.isArray(list) ? (list as Values[])[Number(index)] : undefined;
}
