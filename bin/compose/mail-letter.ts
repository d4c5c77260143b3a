import { caseAddress, paths } from '../../api/paths';
import type { Texts } from '../../api/views/texts';
import type { Letter } from '../../connectors/mail/smtp-mailer';
import type { MailTask, MailWords } from '../../domain/mail/mail-words';

/** A mail as its reader reads it. The subject counts and names acts: a screen that lights up on a desk tells nothing of anybody. */
export function mailLetter({ t, formatDate }: Pick<Texts, 't' | 'formatDate'>, mail: MailWords, site: string): Letter {
  const named = ({ act, number, cases }: MailTask) =>
    t(cases > 1 ? 'mail:tasks' : 'mail:task', { name: t(`acts:${act}.name`), number, cases });
  const line = (task: MailTask) => {
    const said = task.due ? t('mail:due', { task: named(task), due: formatDate(task.due) }) : named(task);
    return `${said}\n${site}${caseAddress(task.caseId)}`;
  };
  if (mail.template === 'confirm')
    return { subject: t('mail:confirm.subject'), text: t('mail:confirm.text', mail.words) };
  const foot = t('mail:foot', { href: `${site}${paths.home}`, stop: `${site}${paths.sessions}` });
  if (mail.template === 'reminder') {
    const { task, by } = mail.words;
    const subject = t('mail:reminder.subject', { task: named(task) });
    return {
      subject,
      text: [by === undefined ? t('mail:reminder.byTerm') : t('mail:reminder.text', { by }), line(task), foot].join(
        '\n\n',
      ),
    };
  }
  const { day, late, today, week } = mail.words;
  // As 待办 counts: sixty firms of one line are sixty.
  const sum = (tasks: readonly MailTask[]) => tasks.reduce((total, { cases }) => total + cases, 0);
  const counts = { day: formatDate(day), late: sum(late), today: sum(today), week: sum(week) };
  const parts = Object.entries({ late, today, week }).filter(([, tasks]) => tasks.length > 0);
  return {
    subject: t('mail:digest.subject', counts),
    text: [...parts.flatMap(([key, tasks]) => [t(`mail:digest.${key}`), ...tasks.map(line)]), foot].join('\n\n'),
  };
}
