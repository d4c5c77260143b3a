import { listedRecusal } from '../../../domain/registers/recusal-reason';
import type { Texts } from '../../views/texts';

const listed = ({ t }: Pick<Texts, 't'>) => t(`registers:values.recusals.${listedRecusal}`);

/** A reason as it is read: what a person wrote as it stands, the code in words. */
export const recusalWords = (texts: Pick<Texts, 't'>, reason: string): string =>
  reason === listedRecusal ? listed(texts) : reason;

/** A reason as it is kept: the words of the code, left as they stood in the form, are the code. */
export const recusalReason = (texts: Pick<Texts, 't'>, written: string): string =>
  written === listed(texts) ? listedRecusal : written;
