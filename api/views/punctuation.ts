import type { Language } from './language';

/** What stands between words that a page puts together, as the language sets it. */
export interface Marks {
  /** Between equal words of a list. */
  list: string;
  comma: string;
  semicolon: string;
  colon: string;
  /** Ends one sentence where another may follow. */
  stop: string;
  /** Words beside others, with what stands before them. */
  brackets(words: string): string;
}

/** The marks of each language. */
export const marksOf: Record<Language, Marks> = {
  'zh-CN': {
    list: '、',
    comma: '，',
    semicolon: '；',
    colon: '：',
    stop: '。',
    brackets: (words) => `（${words}）`,
  },
  en: {
    list: ', ',
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    stop: '. ',
    brackets: (words) => ` (${words})`,
  },
};
