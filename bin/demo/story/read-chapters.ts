import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Chapter } from './chapter';
import { unfold, type Step } from './unfold';

/** A chapter with the steps that it stands for. */
export interface ToldChapter {
  /** Name of its file without number and ending; part of every submission. */
  name: string;
  title: string;
  steps: Step[];
}

/**
 * The chapters of a folder in the order of their file names.
 * @throws Error naming the file and what is wrong in it
 */
export function readChapters(folder: string): ToldChapter[] {
  const files = readdirSync(folder).filter((file) => /^\d\d-[a-z-]+\.yaml$/.test(file));
  return files.sort().map((file) => {
    const parsed = Chapter.safeParse(parse(readFileSync(join(folder, file), 'utf8')));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    const name = file.slice(3, -'.yaml'.length);
    return { name, title: parsed.data.title, steps: unfold(name, parsed.data) };
  });
}
