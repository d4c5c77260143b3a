/** A firm's name as the register writes it, from whatever way in: brackets in full width, no line break. */
export const firmName = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
