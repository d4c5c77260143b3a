import type { ObjectKind } from '../../domain/registers/object-dictionary';
import { readJson, readList } from './reference-files';

export interface Trade {
  industry: string;
  /** What stands in the firm's name. */
  word: string;
  departments: string[];
  /** Kinds in the proportion in which they are listed. */
  kinds: ObjectKind[];
  weight: number;
  tags: string[];
  licence: { name: string; issuer: string } | null;
  /** 0 = as usual, 2 = a dangerous trade. */
  riskShift: number;
}

export interface Words {
  first: string[];
  second: string[];
  third: string[];
  surnames: string[];
  given: string[];
  roads: string[];
}

/** What an invented county is made of. */
export interface CountyWords {
  words: Words;
  trades: Trade[];
  qualifications: Record<string, string[]>;
  towns: { code: string; name: string }[];
  departments: { code: string; name: string }[];
}

export function readCountyWords(folder: string): CountyWords {
  return {
    words: readJson<Words>(folder, 'demonstration/words.json'),
    trades: readJson<Trade[]>(folder, 'demonstration/trades.json'),
    qualifications: readJson<Record<string, string[]>>(folder, 'demonstration/qualifications.json'),
    towns: readList(folder, 'divisions.csv')
      .filter((row) => row.level === '4')
      .map((row) => ({ code: row.short_code ?? '', name: row.name ?? '' })),
    departments: readList(folder, 'departments.csv').map((row) => ({ code: row.code ?? '', name: row.name ?? '' })),
  };
}
