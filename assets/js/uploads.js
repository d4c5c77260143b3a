import { saveDrafts } from './drafts.js';
import { shrinkPhoto } from './shrink-photo.js';

/** Waits between tries of one file; after the last the person is asked, or the network comes back. */
const retryDelays = [0, 2_000, 5_000, 10_000, 20_000];

/**
 * Sends the files of a form one by one as soon as they are chosen, after what is typed is kept; each can be followed,
 * removed and tried again. Without script they go with the form.
 */
export function sendUploads(page) {
  page.querySelectorAll('[data-uploads]').forEach((group) => new Uploads(page, group));
}

class Uploads {
  constructor(page, group) {
    Object.assign(this, { page, group, words: group.dataset, waiting: [], all: [], held: undefined });
    this.input = group.querySelector('input[type="file"]');
    this.form = this.input.form;
    // Now, while there is a network: it may be gone when a photo is taken.
    this.loaded = import('./tus.min.js');
    this.loaded.catch(() => undefined);
    this.list = page.createElement('ul');
    this.list.className = 'govuk-list app-uploads';
    this.note = page.createElement('p');
    this.note.className = 'govuk-hint app-uploads__note';
    this.note.setAttribute('role', 'status');
    this.input.after(this.list, this.note);
    this.input.addEventListener('change', () => this.take());
    this.form.addEventListener('submit', (event) => this.hold(event), { capture: true });
    page.defaultView.addEventListener('online', () => this.again());
    // Whoever signed in in another tab comes back to this one.
    page.addEventListener('visibilitychange', () => page.hidden || this.again());
    page.addEventListener('session-ended', (event) => this.unfinished() && event.preventDefault());
  }

  /** Takes what was chosen out of the form, so that it goes only once. */
  take() {
    for (const file of this.input.files) this.waiting.push(this.item(file));
    this.input.value = '';
    void this.next();
  }

  item(file) {
    const row = this.page.createElement('li');
    row.className = 'app-uploads__item';
    const [name, state] = ['span', 'span'].map((tag) => row.appendChild(this.page.createElement(tag)));
    name.className = 'app-uploads__name';
    name.textContent = file.name;
    state.className = 'app-uploads__state';
    state.textContent = this.words.wordWaiting;
    const bar = row.appendChild(this.page.createElement('progress'));
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    const item = { file, row, name, state, bar };
    item.retry = this.button(item, this.words.wordRetry, () => this.retry(item));
    item.retry.hidden = true;
    this.button(item, this.words.wordRemove, () => this.remove(item));
    this.list.append(row);
    this.all.push(item);
    return item;
  }

  button(item, text, press) {
    const button = item.row.appendChild(this.page.createElement('button'));
    button.type = 'button';
    button.className = 'app-link-button';
    button.textContent = text;
    button.setAttribute('aria-label', `${text} ${item.file.name}`);
    button.addEventListener('click', press);
    return button;
  }

  async next() {
    if (this.current) return;
    this.current = this.waiting.shift();
    if (!this.current) return this.letGo();
    const item = this.current;
    // Words before pictures: what is typed is on the server before the network is asked to carry photos.
    await saveDrafts(this.page);
    try {
      item.sent ??= await shrinkPhoto(this.page, item.file);
      if (!item.removed) await this.send(item);
    } catch (failure) {
      if (await this.hasNewToken(item, failure)) this.waiting.unshift(item);
      else this.failed(item, failure);
    }
    this.current = undefined;
    void this.next();
  }

  async send(item) {
    await this.loaded;
    const { Upload } = this.page.defaultView.tus;
    await new Promise((resolve, reject) => {
      item.upload = new Upload(item.sent, {
        endpoint: this.words.uploads,
        uploadUrl: item.address,
        retryDelays,
        storeFingerprintForResuming: false,
        metadata: { filename: item.sent.name },
        headers: { 'X-CSRF-Token': this.token ?? this.form.elements._csrf.value },
        onUploadUrlAvailable: () => (item.address = item.upload.url),
        onProgress: (sent, all) => {
          item.bar.value = Math.floor((sent / all) * 100);
          item.state.textContent = this.words.wordSending.replace('%{percent}', String(item.bar.value));
        },
        onShouldRetry: (failure) => {
          const status = failure.originalResponse?.getStatus() ?? 0;
          return status === 0 || status >= 500 || status === 409 || status === 423;
        },
        onChunkComplete: () => void this.page.dispatchEvent(new Event('session-extended')),
        onSuccess: ({ lastResponse }) => {
          this.page.dispatchEvent(new Event('session-extended'));
          const [name, remark] = ['X-File-Name', 'X-File-Remark'].map((header) =>
            decodeURIComponent(lastResponse.getHeader(header) ?? ''),
          );
          this.done(item, name, remark);
          resolve();
        },
        onError: reject,
      });
      item.stop = resolve;
      item.upload.start();
    });
  }

  /**
   * Whether the person has signed in again meanwhile: this page's token is of a session that is over, and the one of the new
   * session is taken for files. The form keeps its own: what is typed stays that of whoever typed it.
   */
  async hasNewToken(item, failure) {
    if (failure?.originalResponse?.getStatus() !== 403 || item.renewed) return false;
    item.renewed = true;
    const { location } = this.page.defaultView;
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
    if (!answer?.ok || answer.redirected) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    this.token = fresh.querySelector('input[name="_csrf"]')?.value;
    return Boolean(this.token);
  }

  done(item, name, remark) {
    item.finished = true;
    item.signIn?.remove();
    const kept = item.row.appendChild(this.page.createElement('input'));
    kept.type = 'hidden';
    kept.name = this.input.name;
    kept.value = item.address.split('/').at(-1);
    item.bar.remove();
    item.retry.hidden = true;
    if (name) item.name.textContent = name;
    const mended = name && name !== item.sent.name;
    const said = mended ? this.words.wordMended.replace('%{name}', item.sent.name) : this.words.wordDone;
    item.state.textContent = [said, remark].filter(Boolean).join(' · ');
    this.changed();
  }

  failed(item, failure) {
    if (item.removed) return;
    const answer = failure?.originalResponse;
    let refused;
    try {
      refused = answer && JSON.parse(answer.getBody());
    } catch {
      refused = undefined;
    }
    item.failed = true;
    item.renewed = false;
    item.signIn?.remove();
    // What the server refuses is refused again; only what broke off can be tried again.
    const isSignedOut = [401, 403].includes(answer?.getStatus());
    item.refused = Boolean(refused?.text) && answer.getStatus() < 500 && !isSignedOut;
    item.retry.hidden = item.refused;
    item.bar.hidden = item.refused;
    item.state.textContent = isSignedOut ? this.words.wordSignedOut : (refused?.text ?? this.words.wordFailed);
    if (isSignedOut) this.offerSignIn(item);
    item.row.classList.add('app-uploads__item--failed');
  }

  /** In another tab, so that the files of this page are not lost. */
  offerSignIn(item) {
    const link = this.page.createElement('a');
    Object.assign(link, { href: this.words.signIn, target: '_blank', rel: 'noopener', className: 'govuk-link' });
    link.textContent = this.words.wordSignIn;
    item.state.after(link);
    item.signIn = link;
  }

  retry(item) {
    item.failed = false;
    item.retry.hidden = true;
    item.row.classList.remove('app-uploads__item--failed');
    item.state.textContent = this.words.wordWaiting;
    this.waiting.push(item);
    void this.next();
  }

  again() {
    for (const item of this.items()) if (item.failed && !item.refused) this.retry(item);
  }

  remove(item) {
    item.removed = true;
    this.waiting = this.waiting.filter((other) => other !== item);
    // What is on its way is taken back at the server, too; what arrived whole is swept when no form names it.
    if (item.upload && !item.finished) void item.upload.abort(Boolean(item.address)).catch(() => undefined);
    item.stop?.();
    item.row.remove();
    if (item.finished) this.changed();
    this.input.focus();
    if (!this.current && this.waiting.length === 0) this.letGo();
  }

  /** A form that is sent while files are on their way waits for them and then goes by itself. */
  hold(event) {
    const failed = this.items().filter((item) => item.failed);
    if (!this.current && this.waiting.length === 0 && failed.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const refused = failed.find((item) => item.refused);
    this.held = refused ? undefined : { by: event.submitter };
    this.note.textContent = refused ? this.words.wordStuck : this.words.wordHeld;
    if (refused) refused.row.querySelector('button:not([hidden])')?.focus();
    else this.again();
  }

  letGo() {
    const failed = this.items().filter((item) => item.failed);
    this.note.textContent = this.held && failed.length > 0 ? this.words.wordStuck : '';
    if (!this.held || failed.length > 0) return;
    const { by } = this.held;
    this.held = undefined;
    this.form.requestSubmit(by ?? undefined);
  }

  unfinished() {
    return this.items().some((item) => !item.finished && !item.refused);
  }

  items() {
    return this.all.filter((item) => !item.removed);
  }

  changed() {
    this.form.dispatchEvent(new Event('change', { bubbles: true }));
    void saveDrafts(this.page);
  }
}
