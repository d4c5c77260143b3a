import { AccountMail } from './account-mail';
import { MailMessage } from './mail-message';

/** Tables of mails to persons. */
export const mailEntities = [AccountMail, MailMessage];
