import type { FactsContext, Row } from '../facts';

/** Where a telephone number leads on a phone; nothing for what begins with no number. */
export function phoneHref(phone: string | null | undefined): string | undefined {
  const digits = /^\+?[\d\s()（）-]{5,30}/.exec(phone ?? '')?.[0].replace(/[^\d+]/g, '');
  return digits && `tel:${digits}`;
}

/** A telephone number that a phone dials when it is touched; what is written beside the digits stays to be read. */
export function phoneRow({ t }: Pick<FactsContext, 't'>, phone: string | null | undefined): Row[] {
  if (!phone) return [];
  return [{ key: { text: t('pages:visit.phone') }, value: { text: phone, href: phoneHref(phone) } }];
}
