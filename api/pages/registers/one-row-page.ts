import type { Request, Router } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../../domain/actor';
import type { RegisterAct } from '../../../domain/registers/permissions';
import { keepUpload } from '../../../services/files/keep-upload';
import { findUpload } from '../../../services/queries/registers/find-upload';
import { csvFile } from '../../../services/registers/import-report';
import { readTable } from '../../../services/registers/read-table';
import type { AppWorld } from '../../app-world';
import type { Choice } from '../../forms/field-views';
import { pathTo, type PathName } from '../../paths';
import { defaultLanguage } from '../../views/language';
import { editPage } from './edit-page';

/** A register's row as a form takes it, and as a file has it. */
interface OneRow<Schema extends z.ZodObject> {
  list: 'objects' | 'inspectors';
  path: PathName;
  act: RegisterAct;
  schema: Schema;
  texts: string;
  columns: readonly string[];
  cellsOf(data: z.infer<Schema>): string[];
  valuesOf(cells: readonly string[]): Record<string, unknown>;
  /** By what the file is called. */
  nameOf(data: z.infer<Schema>): string;
  /** What one chooses from, and what an empty form begins with. */
  begin(
    actor: Actor,
    typed: Record<string, unknown> | undefined,
  ): Promise<{
    values: Record<string, unknown>;
    options: Record<string, Choice[]>;
  }>;
}

/**
 * One row, typed: it becomes a file of one row, goes through the check of a file with every finding and question, and is
 * taken by the same confirmation. What was found fault with is mended where it was typed.
 */
export function oneRowPage<Schema extends z.ZodObject>(world: AppWorld, row: OneRow<Schema>): Router {
  const { t } = world.views.in(defaultLanguage).texts;
  const { list, path, act, schema, texts, columns } = row;
  return editPage(world, {
    list,
    path,
    act,
    schema,
    texts,
    async find(req, person, actor) {
      return {
        owners: [actor.department],
        ...(await row.begin(actor, await typedBefore(req, person.account))),
        async save(data, { actor: by, at }) {
          const upload = await keepUpload(world.dataSource, {
            name: `${t(`files:${list}.one`)}-${row.nameOf(data)}.csv`,
            content: Buffer.from(csvFile([columns, row.cellsOf(data)])),
            account: by.account,
            at,
          });
          return pathTo(`${list}Upload`, { upload });
        },
      };
    },
  });

  async function typedBefore(req: Request, account: string): Promise<Record<string, unknown> | undefined> {
    const { from } = req.query;
    if (typeof from !== 'string' || from === '') return undefined;
    const { content } = await findUpload(world.dataSource, account, from, world.now());
    const [first] = readTable(content, columns).records;
    return first && row.valuesOf(first.cells);
  }
}
