import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const kept = 500;
const sizeLimit = 1_000_000;

/** A mail that came to the stand-in. */
export interface KeptMail {
  id: string;
  to: string[];
  subject: string;
  text: string;
  at: Date;
}

/** A mail server that keeps what it is given, for the demonstration and tests; nothing goes further. */
export class Inbox {
  private readonly received: KeptMail[] = [];

  /** The newest first. */
  mails(): KeptMail[] {
    return [...this.received].reverse();
  }

  /** The server, not yet listening. Loopback alone reaches it, so it asks for no name and no cipher. */
  server(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: sizeLimit,
      onData: (stream, session, callback) => {
        void this.take(
          stream,
          session.envelope.rcptTo.map(({ address }) => address),
        ).then(
          () => callback(),
          (failure: unknown) => callback(failure instanceof Error ? failure : new Error(String(failure))),
        );
      },
    });
  }

  private async take(stream: AsyncIterable<Buffer>, to: string[]): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece);
    const { messageId = '', subject = '', text = '' } = await PostalMime.parse(Buffer.concat(pieces));
    this.received.push({ id: messageId, to, subject, text, at: new Date() });
    if (this.received.length > kept) this.received.shift();
  }
}
