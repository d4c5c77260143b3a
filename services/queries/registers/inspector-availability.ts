/** Whether inspector `i` holds a certificate that is valid on the day of parameter `$at`. */
export const certifiedOn = (at: number): string =>
  `EXISTS (SELECT 1 FROM jsonb_to_recordset(i.certificates) AS c("expiresOn" date) WHERE c."expiresOn" >= $${at}::date)`;

/** Whether a name among the recusals of inspector `i` waits for a person to say which firm it is. */
export const recusalOpen =
  'EXISTS (SELECT 1 FROM recusal_name rn WHERE rn.inspector_id = i.id AND rn.resolved_at IS NULL)';

/** Whether inspector `i` can act on the day of parameter `$at`: on duty, certified (M3), and with recusals that all name a firm. */
export const availableOn = (at: number): string =>
  `(i.duty_status = 'onDuty' AND ${certifiedOn(at)} AND NOT ${recusalOpen})`;
