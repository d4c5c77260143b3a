import type { CaseKind } from '../../domain/process';
import { findAct } from '../../domain/processes';
import { consultationFace } from './consultation/face';
import { drawFace } from './draw/face';
import type { Face, OwnForm } from './face';
import { jointCheckFace } from './joint-check/face';
import { referralFace } from './referral/face';
import { visitFace } from './visit/face';

const everyFace = {
  'joint-check': jointCheckFace,
  consultation: consultationFace,
  draw: drawFace,
  visit: visitFace,
  referral: referralFace,
} satisfies { [K in CaseKind]: Face<K> };

/** How people see each kind of case. */
export const faces: Readonly<Record<CaseKind, Omit<Face<CaseKind>, 'tints'>>> = everyFace;

/** The tint of every stage of every kind. */
export const stageTints = Object.values(everyFace).flatMap(({ tints }) => Object.entries(tints));

/** The form of its own that an act has, where it has one. */
export function ownFormOf(act: string): OwnForm | undefined {
  const kind = findAct(act)?.process.kind;
  return kind && faces[kind].ownForms[act];
}
