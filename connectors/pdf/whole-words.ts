const opening = /^[《〈（“‘「『【〔]+$/u;
const closing = /^[》〉）”’」』】〕，。、；：！？·的和与及等]+$/u;
const number = /^\d+$/u;
const measure = /^[年月日号期次个项家户届轮]/u;
const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

/** Longest remark in brackets that stays on one line, in characters with its brackets. */
const longestRemark = 9;
const remark = /[（(][^（）()]+[）)]/gu;

/** Places of a title inside a short remark in brackets, such as （征求意见稿）: no line ends there. */
function insideRemarks(title: string): Set<number> {
  const places = new Set<number>();
  for (const { 0: text, index } of title.matchAll(remark))
    if ([...text].length <= longestRemark) for (let at = index + 1; at < index + text.length; at += 1) places.add(at);
  return places;
}

/** A title in the parts between which a line may end: never inside a word, after an opening mark or before a closing one. */
export function wholeWords(title: string): string[] {
  const parts: string[] = [];
  const inside = insideRemarks(title);
  let joins = false;
  for (const { segment, index } of segmenter.segment(title)) {
    const last = parts.at(-1);
    if (
      last !== undefined &&
      (joins || inside.has(index) || closing.test(segment) || (number.test(last) && measure.test(segment)))
    )
      parts[parts.length - 1] = last + segment;
    else parts.push(segment);
    joins = opening.test(segment);
  }
  return parts;
}
