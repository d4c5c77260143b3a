/** A law-enforcement certificate; valid through the day it expires on (YYYY-MM-DD). */
export interface Certificate {
  no: string;
  expiresOn: string;
}

/** Of several certificates the one that is valid on a day, and of those the one that stays so longest; none where none is. */
export function certificateOn(certificates: readonly Certificate[], day: string): Certificate | undefined {
  return certificates
    .filter(({ expiresOn }) => expiresOn >= day)
    .reduce<Certificate | undefined>((best, one) => (best && best.expiresOn >= one.expiresOn ? best : one), undefined);
}
