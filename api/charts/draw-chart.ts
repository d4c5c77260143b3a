import type { EChartsOption } from 'echarts';
import Handlebars from 'handlebars';

/** Words and colours of the pages; the table beneath says the same without either. */
const font = 'PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans SC, sans-serif';
export const colours = {
  late: '#b3261e',
  soon: '#d9a300',
  blue: '#17457f',
  light: '#7f9fc6',
  grey: '#9aa2ab',
} as const;

/**
 * A chart as SVG, drawn on the server: the browser gets the picture alone.
 * @param size in px of CSS; the page scales it
 */
export async function drawChart(
  option: EChartsOption,
  { width, height }: { width: number; height: number },
): Promise<Handlebars.SafeString> {
  // Read when the first chart is drawn: a second at most of the web's start is not paid for by those who never see one.
  const { init } = await import('echarts');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      silent: true,
      textStyle: { fontFamily: font, fontSize: 14, color: '#1c1f23' },
      ...option,
    });
    // The library writes names as text, with every sign of a tag made harmless; a test tries it.
    return new Handlebars.SafeString(plain(chart.renderToSVGString()));
  } finally {
    chart.dispose();
  }
}

/** Without what is for a chart that lives in the browser: styles of its own, classes, marks of its series. */
const plain = (svg: string): string =>
  svg
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events)="[^"]*"/g, '')
    .replace(/<svg /, '<svg aria-hidden="true" focusable="false" ')
    .replace(/>\s+</g, '><');
