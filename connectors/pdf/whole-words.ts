const opening = /^[《〈（“‘「『【〔]+$/u;
const closing = /^[》〉）”’」』】〕，。、；：！？·的和与及等]+$/u;
const number = /^\d+$/u;
const measure = /^[年月日号期次个项家户届轮]/u;
const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

/** A title in the parts between which a line may end: never inside a word, after an opening mark or before a closing one. */
export function wholeWords(title: string): string[] {
  const parts: string[] = [];
  let joins = false;
  for (const { segment } of segmenter.segment(title)) {
    const last = parts.at(-1);
    if (last !== undefined && (joins || closing.test(segment) || (number.test(last) && measure.test(segment))))
      parts[parts.length - 1] = last + segment;
    else parts.push(segment);
    joins = opening.test(segment);
  }
  return parts;
}
