import type { KeptMail } from './inbox';
import { escapeHtml, style } from './page';
import texts from './texts.zh-CN.json';

/** The mails that came, the newest first. */
export function renderInbox(mails: readonly KeptMail[]): string {
  const { title, notice, none, to, at } = texts.mail;
  const shown = mails.map(
    (mail) =>
      `<article><h2>${escapeHtml(mail.subject)}</h2><p>${to}：${escapeHtml(mail.to.join('、'))} · ${at}：${mail.at.toISOString()}</p><pre style="white-space:pre-wrap">${escapeHtml(mail.text)}</pre></article>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p class="notice">${notice}</p>${shown.length > 0 ? shown.join('') : `<p>${none}</p>`}</main></body></html>`;
}
