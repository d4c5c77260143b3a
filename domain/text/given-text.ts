import { withoutMarks } from './invisible-marks';

/** Runs without compatibility ideographs: canonical composition would replace those by their twins, and a name be changed unasked. */
const composable = /[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu;

/** A text as the system keeps it from whatever way in: composed, without invisible marks; nothing that people see is changed. */
export const givenText = (text: string): string =>
  withoutMarks(text).replace(composable, (run) => run.normalize('NFC'));
