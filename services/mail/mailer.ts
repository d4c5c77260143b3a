import type { MailWords } from '../../domain/mail/mail-words';

/** How a mail leaves the house. */
export interface Mailer {
  /**
   * Ends within `sendingLimitMs`, whatever the server does.
   * @param id names it to the receiving server, so that a second sending can be known as such
   * @throws MailRefusedError where the address or the mail is refused for good; MailServerError where the server takes no mail
   *   now, whosever it is; any other error where trying this mail again may help
   */
  send(mail: { id: string; to: string } & MailWords): Promise<void>;
}

/** The receiving server wants this mail never. */
export class MailRefusedError extends Error {
  readonly code = 'mail_refused';
}

/** The server cannot be reached, does not let us in, or broke off: the next mail would fare no better. */
export class MailServerError extends Error {
  readonly code = 'mail_server';
}
