import type { Request, Response } from 'express';
import type { z } from 'zod';
import { unitNames } from '../../services/queries/people/unit-names';
import type { AppWorld } from '../app-world';
import type { Choice } from '../forms/field-views';
import { fieldWords } from '../forms/value-words';
import { rowWords, type RowWords } from '../pages/registers/row-words';
import { showConflict, type Conflict } from './show-conflict';

/** The form of a row that is no case: of a register, a setting, an account, a message. */
export interface RowForm {
  act: string;
  schema: z.ZodObject;
  options?: Record<string, Choice[]>;
}

/** Fields whose form has another name for them than the row. */
const otherNames: Readonly<Record<string, string>> = { name: '(?:object|item|unit|officer)Name' };

/** The conflict page of a form that changes one row. */
export async function showRowConflict(
  world: AppWorld,
  req: Request,
  res: Response,
  {
    form,
    rowsOwn,
    ...conflict
  }: Omit<Conflict, 'words' | 'wordsOfRest' | 'fieldOfChange'> & {
    form: RowForm;
    /** Words of the row's columns, where they are not those of registers. */
    rowsOwn?: Pick<RowWords, 'column' | 'value'>;
  },
): Promise<void> {
  const { texts } = world.views;
  const { act, schema, options = {} } = form;
  const names = Object.keys(schema.shape);
  const columns = rowsOwn ?? rowWords(world, await unitNames(world.dataSource));
  await showConflict(world, req, res, {
    ...conflict,
    words: (field) => fieldWords({ act, schema, texts, choices: options }, field),
    wordsOfRest: (field) => ({ label: columns.column(field), value: (value) => columns.value(field, value) }),
    fieldOfChange: (column) => nameInForm(names, column),
  });
}

/** A column by the name that its form has for it. */
function nameInForm(names: readonly string[], column: string): string {
  const [first = '', ...within] = column.split('.');
  const camel = first.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  const other = otherNames[first];
  const name = names.find((one) => one === camel) ?? (other && names.find((one) => new RegExp(`^${other}$`).test(one)));
  return name === undefined ? column : [name, ...within].join('.');
}
