/** The languages of the pages; the first is that of the county, of its papers and of every file. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage: Language = 'zh-CN';
