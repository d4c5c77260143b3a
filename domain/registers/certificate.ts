/** A law-enforcement certificate; valid through the day it expires on (YYYY-MM-DD). */
export interface Certificate {
  no: string;
  expiresOn: string;
}
