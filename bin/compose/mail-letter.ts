import { taskName } from '../../api/pages/task-name';
import { caseAddress, paths } from '../../api/paths';
import type { Texts } from '../../api/views/texts';
import type { Letter } from '../../connectors/mail/smtp-mailer';
import { byTerm } from '../../domain/mail/digest-of';
import type { MailTask, MailWords } from '../../domain/mail/mail-words';

/** A mail as its reader reads it. The subject counts and names acts: a screen that lights up on a desk tells nothing of anybody. */
export function mailLetter(texts: Pick<Texts, 't' | 'has' | 'formatDate'>, mail: MailWords, site: string): Letter {
  const { t, formatDate } = texts;
  const named = (task: MailTask) =>
    t(task.cases > 1 ? 'mail:tasks' : 'mail:task', { ...task, name: taskName(texts, task) });
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
  // As 待办 counts: sixty firms of one line are sixty.
  const sum = (tasks: readonly MailTask[]) => tasks.reduce((total, { cases }) => total + cases, 0);
  if (mail.template === 'returned') {
    const { tasks } = mail.words;
    const [first] = tasks;
    const subject = t('mail:returned.subject', { task: first ? named(first) : '' });
    return {
      subject: tasks.length > 1 ? t('mail:returned.more', { subject, all: sum(tasks) }) : subject,
      text: [t('mail:returned.text'), ...tasks.map(line), foot].join('\n\n'),
    };
  }
  const { day, returned = [], late, today, week } = mail.words;
  const [lateOnes, todays, weeks] = byTerm(returned, day);
  const counts = {
    day: formatDate(day),
    late: sum([...late, ...lateOnes]),
    today: sum([...today, ...todays]),
    week: sum([...week, ...weeks]),
  };
  const subject = t('mail:digest.subject', counts);
  const parts = Object.entries({ returned, late, today, week }).filter(([, tasks]) => tasks.length > 0);
  return {
    subject: returned.length > 0 ? t('mail:digest.subjectReturned', { ...counts, returned: sum(returned) }) : subject,
    text: [...parts.flatMap(([key, tasks]) => [t(`mail:digest.${key}`), ...tasks.map(line)]), foot].join('\n\n'),
  };
}
