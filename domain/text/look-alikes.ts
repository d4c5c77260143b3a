/** Signs that people use for one another, each row for its first. */
const families = [
  '()﹙﹚❨❩⦅⦆〔〕﹝﹞【】〖〗[]{}﹛﹜⟦⟧',
  '·•‧∙⋅・･᛫⸱ꞏ⦁˙●◦∘',
  '-‐‑‒–—―−﹘﹣⁃➖─━',
  '~～〜∼˜',
  '"“”„‟〝〞「」『』﹁﹂﹃﹄＂″',
  "'‘’‚‛＇′`´ʹʼ",
  '〇○◯⚪',
];
const openers = '(﹙❨⦅〔﹝【〖[{﹛⟦';
const known = new Map<string, string>(
  families.flatMap((family) => [...family].map((sign): [string, string] => [sign, [...family][0] ?? sign])),
);
for (const sign of [...(families[0] ?? '')]) known.set(sign, openers.includes(sign) ? '(' : ')');
// Book-title marks are typed in two widths.
for (const [sign, plain] of ['<〈﹤‹《', '>〉﹥›》'].flatMap((family) =>
  [...family].map((sign): [string, string] => [sign, [...family][0] ?? sign]),
))
  known.set(sign, plain);

/**
 * Radicals of the block U+2E80 that stand for a whole character, as text copied out of a PDF has them; the decomposition of
 * Unicode leaves these out (EquivalentUnifiedIdeograph.txt).
 */
const radicals =
  '⺌小⺍小⺎兀⺏尣⺓幺⺛旡⺝月⺟母⺠民⺤爪⺥爪⺦丬⺩王⺪疋⺫目⺬示⺯糸⺱网⺶羊⺷羊⺹老⺻聿⺼肉⺽臼⺾艸⺿艸⻀艸⻁虎⻂衣⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐金⻑長⻒镸⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
for (let index = 0; index < radicals.length; index += 2) known.set(radicals.charAt(index), radicals.charAt(index + 1));

/** The character by which a look-alike is compared; itself where it has none. */
export const plainSign = (character: string): string => known.get(character) ?? character;
