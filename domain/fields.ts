import { z } from 'zod';
import { holdsCard } from './identity-card';
import { givenText } from './text/given-text';
import { codePointOf } from './text/invisible-marks';
import { privateCharacters } from './text/private-twins';
import { hasPictures } from './text/picture-signs';

const forbidden = '\\p{Cc}\\p{Cs}';
const noControl = new RegExp(`^[^${forbidden}]*$`, 'u');
const noControlButLines = new RegExp(`^[^${forbidden}]*(?:[\\r\\n\\t][^${forbidden}]*)*$`, 'u');

// What a person types comes onto papers: told at the field, not when the paper cannot be made.
const printable = (text: string) => !hasPictures(text);

/** A character of private use is told at the field with the one that is meant, where that is known; others stay. */
function withoutTwins(text: string, context: z.RefinementCtx<string>): void {
  const found = privateCharacters(text).find(({ proposed }) => proposed !== undefined);
  if (!found?.proposed) return;
  const { place, codePoint, proposed } = found;
  const params = { place, codePoint, proposed, proposedCode: codePointOf(proposed) };
  context.addIssue({ code: 'custom', message: 'privateUse', params });
}

/** One line of text, trimmed, composed, without invisible marks (the same as a loaded cell), control characters or lone surrogates. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .overwrite(givenText)
    .trim()
    .min(min)
    .max(max)
    .regex(noControl, { error: 'controlCharacters' })
    .refine(printable, { error: 'pictureSigns' })
    .superRefine(withoutTwins);

const withoutCard = (text: string) => !holdsCard(text);

/** One line that a register holds, be it a number, a name or a remark: the number of a person's identity card stands in none. */
export const registerLine = (max: number, min = 1) => line(max, min).refine(withoutCard, { error: 'identityCard' });

/** Text of several lines, else as `line`. */
export const paragraph = (max: number, min = 1) =>
  z
    .string()
    .overwrite(givenText)
    .trim()
    .min(min)
    .max(max)
    .regex(noControlButLines, { error: 'controlCharacters' })
    .refine(printable, { error: 'pictureSigns' })
    .superRefine(withoutTwins)
    .meta({ widget: 'textarea' });

/** Several lines that a register holds, else as `registerLine`. */
export const registerParagraph = (max: number, min = 1) =>
  paragraph(max, min).refine(withoutCard, { error: 'identityCard' });

/** A reason that the record keeps; short answers such as “同意” are not reasons. */
export const reason = paragraph(1000, 2);

/** A reason that stands in the history of a register. */
export const registerReason = registerParagraph(1000, 2);

/** A legal day as YYYY-MM-DD in Asia/Shanghai. */
export const day = z.iso.date().meta({ widget: 'date' });

export const departmentCode = z
  .string()
  .regex(/^[A-Z]{2,16}$/)
  .meta({ options: 'departments' });
export const itemCode = z
  .string()
  .regex(/^[A-Z]{2,16}-[A-Z0-9]{2,16}$/)
  .meta({ options: 'items' });

/** Ids of files that were uploaded before the act. */
export const fileIds = z.array(z.uuid()).max(20).meta({ widget: 'file' });
