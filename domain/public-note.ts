import { registerParagraph } from './fields';

/** 公开说明: one or two sentences for the public; the reason that is written inside never goes there. */
export const publicNote = registerParagraph(300, 4);
