import type { Texts } from '../../views/texts';

/** Who says what of itself in a User-Agent; the more particular first, because most also call themselves Chrome or Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'wechat'],
  [/Edg(?:e|A|iOS)?\//, 'edge'],
  [/Firefox\/|FxiOS\//, 'firefox'],
  [/Chrome\/|CriOS\//, 'chrome'],
  [/Safari\//, 'safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'windows'],
  [/Android/, 'android'],
  [/iPhone|iPad/, 'ios'],
  [/Mac OS X/, 'macos'],
  [/Linux/, 'linux'],
];

/** What a person recognises their device by: browser and system in words, or that it is not known. */
export function deviceWords({ t }: Pick<Texts, 't'>, agent: string | null): string {
  const find = (list: typeof browsers) => list.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
  const [browser, system] = [find(browsers), find(systems)];
  if (!browser && !system) return t('accounts:sessions.unknown');
  return t('accounts:sessions.device', {
    browser: t(`accounts:browsers.${browser ?? 'other'}`),
    system: t(`accounts:systems.${system ?? 'other'}`),
  });
}
