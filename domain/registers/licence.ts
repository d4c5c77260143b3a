/** A licence of an object: its name, number, dates as YYYY-MM-DD, and who issued it. */
export interface Licence {
  name: string;
  no: string;
  issuedOn?: string;
  expiresOn?: string;
  issuer?: string;
}
