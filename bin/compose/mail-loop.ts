import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createTexts } from '../../api/views/texts';
import type { Config } from '../../config';
import { MailServerFault, smtpMailer, type SmtpMailer } from '../../connectors/mail/smtp-mailer';
import { MailRefusedError, MailServerError, type Mailer } from '../../services/mail/mailer';
import { sendMails } from '../../services/mail/send-mails';
import { writeDigests } from '../../services/mail/write-digests';
import { restMs } from '../../domain/mail/sending-times';
import { writeReturned } from '../../services/mail/write-returned';
import { mailLetter } from './mail-letter';
import { sweep } from './sweep';

const everyMs = 5_000;
const digestsEveryMs = 300_000;
const returnedEveryMs = 60_000;
/** Codes of SMTP by which a server refuses for good (RFC 5321, 4.2.1). */
const refusedForGood = 500;

/**
 * Writes the day's mails and sends what waits, each by itself, until it is stopped: a server that hangs keeps no mail from being
 * written. Does nothing where no mail server is given.
 */
export function mailLoop(
  dataSource: DataSource,
  config: Pick<Config, 'mailUrl' | 'mailFrom' | 'publicUrl'>,
  complain: (failure: unknown) => void,
): { stop(): Promise<void> } {
  if (!config.mailUrl) return { stop: () => Promise.resolve() };
  const smtp = smtpMailer(config.mailUrl, config.mailFrom);
  const mailer = lettersOver(smtp, config.publicUrl);
  const ending = new AbortController();
  const writing = [
    sweep(digestsEveryMs, async () => void (await writeDigests(dataSource, new Date())), complain),
    sweep(returnedEveryMs, async () => void (await writeReturned(dataSource, new Date())), complain),
  ];
  const sending = sweep(
    everyMs,
    sendingTurns(dataSource, mailer, () => new Date(), ending.signal),
    complain,
  );
  return {
    async stop() {
      ending.abort();
      await Promise.all([...writing, sending].map((one) => one.stop()));
      smtp.close();
    },
  };
}

/** Turns of sending that rest, longer each time, while the server takes nothing: each try with a wrong password counts there. */
export function sendingTurns(
  dataSource: DataSource,
  mailer: Mailer,
  now: () => Date,
  ending?: AbortSignal,
): () => Promise<void> {
  let stopped = 0;
  let restsUntil = 0;
  return async () => {
    if (now().getTime() < restsUntil) return;
    const turn = await sendMails(dataSource, mailer, now, ending);
    stopped = turn.stopped ? stopped + 1 : 0;
    restsUntil = now().getTime() + restMs(stopped);
  };
}

/** Mails in the words of the catalogue. */
export function lettersOver(smtp: SmtpMailer, site: string): Mailer {
  const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'show-key');
  return {
    async send({ id, to, ...mail }) {
      try {
        await smtp.send({ id, to, ...mailLetter(texts, mail, site) });
      } catch (failure) {
        if (failure instanceof MailServerFault) throw new MailServerError(failure.message);
        const { responseCode = 0 } = failure as { responseCode?: number };
        if (responseCode >= refusedForGood) throw new MailRefusedError((failure as Error).message);
        throw failure;
      }
    },
  };
}
