import { createTransport } from 'nodemailer';

export interface Letter {
  subject: string;
  text: string;
}

/** A mail server, spoken to by SMTP. */
export interface SmtpMailer {
  /**
   * @throws Error whose `responseCode` is what the server answered, where it did
   */
  send(mail: { id: string; to: string } & Letter): Promise<void>;
  close(): void;
}

const limitMs = 20_000;

/**
 * @param url `smtp://user:password@host:port`, or `smtps://`
 * @param from who the mails are from, such as `双随机 <noreply@example.cn>`
 */
export function smtpMailer(url: string, from: string): SmtpMailer {
  const transport = createTransport({
    url,
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    socketTimeout: limitMs,
    // Nothing that a text says makes the mailer read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text }) {
      const messageId = `<${id}@${new URL(url).hostname}>`;
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId });
    },
    close: () => transport.close(),
  };
}
