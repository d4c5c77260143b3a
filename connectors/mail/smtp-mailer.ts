import { createTransport } from 'nodemailer';
import { sendingLimitMs } from '../../domain/mail/sending-times';

export interface Letter {
  subject: string;
  text: string;
}

/** A mail server, spoken to by SMTP. */
export interface SmtpMailer {
  /**
   * @throws MailServerFault where the server takes no mail now, whosever it is; otherwise an Error about this mail, whose
   *   `responseCode` is what the server answered
   */
  send(mail: { id: string; to: string } & Letter): Promise<void>;
  close(): void;
}

/** Without a byte for so long, a connection is given up. */
const silenceMs = 20_000;
const closesService = 421;
/** What nodemailer names failures that are about a mail; all others are about the way to the server. */
const aboutMail = ['EENVELOPE', 'EMESSAGE', 'ESTREAM'];

/** The server was not reached, did not let us in, or broke off; its words are the message. */
export class MailServerFault extends Error {
  readonly code = 'mail_server_fault';
}

/**
 * @param url `smtp://user:password@host:port`, or `smtps://`
 * @param from who the mails are from, such as `双随机 <noreply@example.cn>`
 * @param limitMs how long one sending may last as a whole: a server that sends a byte now and then is never silent
 */
export function smtpMailer(url: string, from: string, limitMs = sendingLimitMs): SmtpMailer {
  const transport = createTransport({
    url,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    // Nothing that a text says makes the mailer read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text }) {
      const messageId = `<${id}@${new URL(url).hostname}>`;
      const signal = AbortSignal.timeout(limitMs);
      const mail = { from, to: { name: '', address: to }, subject, text, messageId, signal };
      try {
        await transport.sendMail(mail);
      } catch (failure) {
        if (signal.aborted) throw new MailServerFault(`ETIMEDOUT: not sent within ${limitMs} ms`);
        throw isServers(failure) ? new MailServerFault((failure as Error).message) : failure;
      }
    },
    close: () => transport.close(),
  };
}

/** A sender that is refused is refused with every mail, and 421 ends the connection wherever it stands (RFC 5321, 3.8). */
function isServers(failure: unknown): boolean {
  const { code = '', command, responseCode } = failure as { code?: string; command?: string; responseCode?: number };
  return (
    !aboutMail.includes(code) || responseCode === closesService || (code === 'EENVELOPE' && command === 'MAIL FROM')
  );
}
