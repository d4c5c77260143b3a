import { certificateOn, type Certificate } from './certificate';

interface Firm {
  status: string;
  uscc: string | null;
  registrationNo: string | null;
  /** The record that stands, where this one is closed. */
  sameAs: string | null;
}

/**
 * Why no draw takes a firm whatever a scheme asks for, by what the register says of it: the first reason that a pool would
 * give. What depends on a scheme, or on other checks, is said by the pool alone.
 */
export function firmNotDrawable(firm: Firm): 'twinRecord' | 'notActive' | 'noIdentity' | undefined {
  if (firm.sameAs) return 'twinRecord';
  if (firm.status !== 'active') return 'notActive';
  return firm.uscc || firm.registrationNo ? undefined : 'noIdentity';
}

interface Officer {
  dutyStatus: string;
  certificates: readonly Certificate[];
  /** Whether names among the recusals wait for a person to say which firms they are. */
  recusalOpen: boolean;
}

/** Why an officer cannot be drawn on a day, every reason; none where the officer can. */
export function officerNotDrawable(
  { dutyStatus, certificates, recusalOpen }: Officer,
  day: string,
): ('notOnDuty' | 'certificateExpired' | 'recusalUnresolved')[] {
  return [
    ...(dutyStatus === 'onDuty' ? [] : (['notOnDuty'] as const)),
    ...(certificateOn(certificates, day) ? [] : (['certificateExpired'] as const)),
    ...(recusalOpen ? (['recusalUnresolved'] as const) : []),
  ];
}
