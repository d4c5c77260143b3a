import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { Act } from '../../domain/act';
import type { DocumentKind } from '../../domain/documents/kinds';
import type { CaseStates } from '../../domain/case-states';
import type { CaseKind } from '../../domain/process';
import type { CaseSubject } from '../../services/queries/cases/case-subject';
import type { CaseOf, CaseView } from '../../services/queries/cases/show-case';
import type { AppWorld } from '../app-world';
import type { FormErrors, FormIssue } from '../forms/form-errors';
import type { FieldView } from '../forms/field-views';
import type { Person } from '../person';
import type { Tint } from '../views/status-tints';
import type { CaseFacts, FactsContext, Fold, RecordView, Row } from './facts';
import type { ManyOf } from './many';

export type Values = Record<string, unknown>;
export type Choice = { value: string; text: string };
/** Lists that forms choose from, by the name that the schema gives. */
export type Choices = Record<string, Choice[]>;

/** What an act is about, to be read on the page where it is done, so that nobody decides on what they have not before them. */
export interface ActContext {
  rows: Row[];
  records: RecordView[];
  /** What is to be looked at, item by item. */
  items?: Fold[];
}

/** Another part of a form that a person turns to. */
export interface Turn {
  /** What is wrong in the part that they leave forwards; then they stay. */
  issues: FormIssue[];
  /** What the address of the form names then. */
  query: Record<string, string>;
}

/** The page of an act whose form cannot be made from its schema. */
export interface OwnForm {
  template: string;
  /** What a form that is opened to something else than nothing starts with; nothing where its address names nothing. */
  begins?(context: FactsContext, query: Values): Promise<Values | undefined>;
  /** Where a post only turns to another part of the form, what was typed is kept as a draft and the person led on. */
  turns?(act: Act, body: Values, input: Values): Turn | undefined;
  /** The posted body as input of the act, not yet checked. */
  read(schema: z.ZodObject, body: Values): Values;
  /** Whether the form was posted only to have something worked out and be shown again. */
  asksAgain(body: Values): boolean;
  /**
   * What the template shows; the values may be as a person left them.
   * @param asked what the address or the post says beside them
   */
  show(
    context: FactsContext,
    values: Values,
    messages: Record<string, string>,
    asked: Values,
  ): Promise<Record<string, unknown>>;
  /** Where on this page the field stands that a rule of the act is about, by code of the refusal. */
  places: Readonly<Record<string, string>>;
  /** Messages under the ids of this page. */
  placed(errors: FormErrors, values: Values): FormErrors;
}

/** What an act changes in the form that is made from its schema. */
export interface FormFit {
  values(values: Values, choices: Choices): Values;
  fields(fields: FieldView[], choices: Choices): FieldView[];
}

/** Papers that people print by hand. */
export interface Prints<K extends CaseKind> {
  papers: readonly DocumentKind[];
  /** Of these the ones that are the same for every unit; the others are each unit's own. */
  ofAll: readonly DocumentKind[];
  /** Whether there is something to print, for this unit. */
  has(paper: DocumentKind, department: string, view: CaseOf<K>): boolean;
  /** Of a case whose papers are those of its parts: how many parts there are. */
  batch?(world: AppWorld, view: CaseOf<K>): Promise<number>;
}

/** A page that only cases of one kind have beside their overview. */
export interface OwnTab {
  name: string;
  text: string;
  href: string;
  count?: number;
}

/** What all pages of a case begin with; the frame of the page is a part of it. */
export type CaseHeadOf = (
  req: Request,
  res: Response,
  page: { person: Person; view: CaseView; tab: string },
) => Promise<Record<string, unknown>>;

/** How people see the cases of one kind. */
export interface Face<K extends CaseKind> {
  /** What people call a case whose row knows only a number; its firm, where nothing is said. */
  name?(t: FactsContext['t'], view: CaseOf<K>): string;
  /** What the page tells beside stage, acts and timeline. */
  facts(context: FactsContext, view: CaseOf<K>): Promise<CaseFacts>;
  /** Of each of its stages; a stage that another kind calls the same has the same. */
  tints: Readonly<Record<CaseStates[K]['stage'], Tint>>;
  /** Where it goes on while it asks nobody itself. */
  goesOn: 'nowhere' | 'inParts';
  /** What stands below its name in a list. */
  hint(context: Pick<FactsContext, 't' | 'units'>, line: CaseSubject): string | undefined;
  about(context: FactsContext, view: CaseOf<K>, act: Act): Promise<ActContext>;
  choices(context: FactsContext, view: CaseOf<K>): Promise<Choices>;
  /** What the form of an act starts with: the version that the person sees, and what stands in the case already. */
  present(world: AppWorld, view: CaseOf<K>, act: Act, person: Person): Promise<Values>;
  /** What the form of an act starts with where its address names it, such as the row at which the link stood. */
  asked?(view: CaseOf<K>, act: Act, query: Values): Values | undefined;
  /** By name of the act. */
  ownForms: Readonly<Record<string, OwnForm>>;
  /** By name of the act. */
  fits: Readonly<Record<string, FormFit>>;
  /** Acts that a person may do on many cases at once, by name. */
  many: Readonly<Record<string, ManyOf<K>>>;
  prints: Prints<K>;
  /** What a department's own system sends, by name of the act without its kind; each passes the schema of its act. */
  examples: Readonly<Record<string, Record<string, unknown>>>;
  /** Where cases that are looked through apart from their parent are; those that wait for this person's act, where one is named. */
  listAddress?(parentNumber: string, act?: string): string;
  /** Of a case's pages those that only this kind has; they stand between its overview and its papers. */
  tabs?(world: AppWorld, person: Person, view: CaseOf<K>): Promise<OwnTab[]>;
  /** Pages beside those that every case has. */
  pages: readonly ((world: AppWorld, headOf: CaseHeadOf) => Router)[];
}
