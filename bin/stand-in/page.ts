import { exchangePlatforms } from '../../domain/exchange/platform';
import type { Behaviours } from './faults';
import type { RecordStore } from './record-store';
import texts from './texts.zh-CN.json';

const shown = 200;

export const style = `body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1d1d1f}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #d0d4da;padding:.5rem;text-align:left;overflow-wrap:anywhere}
form{display:flex;flex-wrap:wrap;gap:1rem;align-items:end;margin:1rem 0}label{display:block}input,select,button{font:inherit;padding:.4rem}
button{background:#1f3f77;color:#fff;border:0;padding:.5rem 1.5rem}.notice{border-left:4px solid #1f3f77;padding-left:1rem}`;

/** The stand-in's only page: what each platform received, and the switches. */
export function renderPage(store: RecordStore, behaviours: Behaviours): string {
  const sections = exchangePlatforms.map(({ key }) => renderPlatform(key, store, behaviours)).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${texts.title}</title><style>${style}</style></head><body><main><h1>${texts.title}</h1><p class="notice">${texts.notice}</p><p><a href="/mail">${texts.mail.title}</a></p>${sections}</main></body></html>`;
}

function renderPlatform(key: string, store: RecordStore, behaviours: Behaviours): string {
  const records = store.list(key);
  const latest = records.slice(-shown).reverse();
  const rows = latest.map((record) => {
    const cells = [
      record.receipt.receiptNo,
      record.key,
      texts.kinds[record.message.kind],
      String(record.message.record.object ?? ''),
      record.receipt.receivedAt,
      texts.operations[record.message.envelope.cd_operation],
      store.standing(key, record.message.envelope.cd_id)?.key === record.key ? texts.standing : '',
      String(record.sends),
    ];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  const head = Object.values(texts.columns)
    .map((name) => `<th scope="col">${name}</th>`)
    .join('');
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const total = texts.total.replace('{count}', String(records.length)).replace('{shown}', String(latest.length));
  const name = texts.platforms[key as keyof typeof texts.platforms] ?? key;
  const { mode, times } = behaviours.current(key);
  return `<section><h2>${escapeHtml(name)}</h2><p>${texts.current}：<strong>${texts.modes[mode]}</strong>${times === undefined ? '' : ` × ${times}`}</p>
<h3>${texts.switches}</h3>${renderForm(key)}<h3>${texts.received}</h3>${records.length === 0 ? `<p>${texts.nothing}</p>` : `<p>${total}</p>${table}`}</section>`;
}

function renderForm(platform: string): string {
  const modes = Object.entries(texts.modes)
    .map(([mode, name]) => `<option value="${mode}">${name}</option>`)
    .join('');
  const fields = (['times', 'delayMs', 'code', 'reason', 'retryAfterSeconds', 'encoding'] as const)
    .map((field) => `<label>${texts.fields[field]}<br><input name="${field}" size="12"></label>`)
    .join('');
  return `<form method="post" action="/control"><input type="hidden" name="platform" value="${escapeHtml(platform)}">
<label>${texts.fields.mode}<br><select name="mode">${modes}</select></label>${fields}<button>${texts.apply}</button></form>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}
