/** Whether inspector `i` holds a certificate that is valid on the day of parameter `$at`. */
export const certifiedOn = (at: number): string =>
  `EXISTS (SELECT 1 FROM jsonb_to_recordset(i.certificates) AS c("expiresOn" date) WHERE c."expiresOn" >= $${at}::date)`;

/** Whether inspector `i` can act on the day of parameter `$at`: on duty and certified (M3). */
export const availableOn = (at: number): string => `(i.duty_status = 'onDuty' AND ${certifiedOn(at)})`;
