import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createTexts } from '../../api/views/texts';
import type { Config } from '../../config';
import { smtpMailer, type SmtpMailer } from '../../connectors/mail/smtp-mailer';
import { MailRefusedError, sendMails, type Mailer } from '../../services/mail/send-mails';
import { writeDigests } from '../../services/mail/write-digests';
import { mailLetter } from './mail-letter';
import { sweep } from './sweep';

const everyMs = 5_000;
const digestsEveryMs = 300_000;
/** Codes of SMTP by which a server refuses for good (RFC 5321, 4.2.1). */
const refusedForGood = 500;

/** Writes the day's mails and sends what waits, until it is stopped; does nothing where no mail server is given. */
export function mailLoop(
  dataSource: DataSource,
  config: Pick<Config, 'mailUrl' | 'mailFrom' | 'publicUrl'>,
  complain: (failure: unknown) => void,
): { stop(): Promise<void> } {
  if (!config.mailUrl) return { stop: () => Promise.resolve() };
  const smtp = smtpMailer(config.mailUrl, config.mailFrom);
  const mailer = lettersOver(smtp, config.publicUrl);
  let digestsAt = 0;
  const turns = sweep(
    everyMs,
    async () => {
      if (Date.now() >= digestsAt) {
        await writeDigests(dataSource, new Date());
        digestsAt = Date.now() + digestsEveryMs;
      }
      await sendMails(dataSource, mailer, () => new Date());
    },
    complain,
  );
  return {
    async stop() {
      await turns.stop();
      smtp.close();
    },
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
        const { code, responseCode = 0 } = failure as { code?: string; responseCode?: number };
        // A wrong password is answered by 535 and is no fault of the mail.
        if (responseCode >= refusedForGood && (code === 'EENVELOPE' || code === 'EMESSAGE'))
          throw new MailRefusedError((failure as Error).message);
        throw failure;
      }
    },
  };
}
