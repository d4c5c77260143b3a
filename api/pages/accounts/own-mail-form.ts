import { randomUUID } from 'node:crypto';
import type { OwnMail } from '../../../services/queries/mail/own-mail';
import type { AppWorld } from '../../app-world';
import { paths } from '../../paths';

interface Shown {
  mail: OwnMail | undefined;
  /** What was typed and not taken, and why. */
  wrong?: { address: string; digest: boolean };
  error?: string;
  /** Why the number of the mail was not taken. */
  codeError?: string;
  csrfToken?: string;
}

/** The form by which a person switches their mails on or off, on the page of their account. */
export function ownMailForm(world: AppWorld, { mail, wrong, error, codeError, csrfToken }: Shown) {
  const { t } = world.views.texts;
  if (!world.config.mailUrl) return { off: t('accounts:mail.off') };
  const { address, digest } = wrong ?? mail ?? { address: '', digest: true };
  return {
    action: paths.ownMail,
    csrfToken,
    submissionId: randomUUID(),
    on: mail !== undefined,
    unconfirmed: mail &&
      !mail.confirmed && {
        id: 'mail-code',
        name: 'code',
        inputmode: 'numeric',
        autocomplete: 'one-time-code',
        label: { text: t('accounts:mail.code') },
        hint: { text: t('accounts:mail.codeHint', { address: mail.address }) },
        errorMessage: codeError && { text: codeError },
      },
    refused: mail?.refused && t('accounts:mail.refused'),
    address: {
      id: 'mail-address',
      name: 'address',
      type: 'email',
      autocomplete: 'email',
      value: address,
      label: { text: t('accounts:mail.address') },
      errorMessage: error && { text: error },
    },
    digest: {
      idPrefix: 'mail-digest',
      name: 'digest',
      items: [{ value: 'yes', text: t('accounts:mail.digest'), checked: digest }],
    },
  };
}
