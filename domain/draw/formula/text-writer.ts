import { grown } from './growing';

const FLUSH_AT = 1 << 16;
const encoder = new TextEncoder();

/** Gathers text as UTF-8 bytes in pieces, so that a long file never stands in memory as one string. */
export class TextWriter {
  private written = new Uint8Array(0);
  private length = 0;
  private pending = '';

  add(text: string): void {
    this.pending += text;
    if (this.pending.length >= FLUSH_AT) this.flush();
  }

  bytes(): Uint8Array {
    this.flush();
    return this.written.slice(0, this.length);
  }

  private flush(): void {
    const piece = encoder.encode(this.pending);
    this.written = grown(this.written, this.length + piece.length);
    this.written.set(piece, this.length);
    this.length += piece.length;
    this.pending = '';
  }
}
