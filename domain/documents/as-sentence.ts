/** A text that ends as a sentence does, so that the words of a letter can go on behind it; nothing stays nothing. */
export function asSentence(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed === '' || /[。！？…．.!?]["”’）)》]*$/u.test(trimmed)
    ? trimmed
    : `${trimmed.replace(/[，、；：,;:]$/u, '')}。`;
}
