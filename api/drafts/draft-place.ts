import { findAct } from '../../domain/processes';
import { actAddress, pathTo } from '../paths';

/** The form that a draft belongs to: an act, on a case or opening one. */
export interface DraftPlace {
  act: string;
  caseId?: string;
}

const opening = 'new';

/** The place as one text, under which the draft is kept. */
export function formOf({ act, caseId }: DraftPlace): string {
  return `${act} ${caseId ?? opening}`;
}

/** The place of a kept text; nothing where it names no act that has a form. */
export function placeOf(form: string): DraftPlace | undefined {
  const [name = '', caseId = ''] = form.split(' ');
  const act = findAct(name)?.act;
  if (!act || act.byClock) return undefined;
  return caseId === opening ? { act: name } : { act: name, caseId };
}

/** Where the form is opened again. */
export function addressOf({ act, caseId }: DraftPlace): string {
  return caseId === undefined ? pathTo('caseNew', { act }) : actAddress(caseId, act);
}
