import type { DataSource } from 'typeorm';

export interface EndingCertificate {
  id: string;
  name: string;
  staffNo: string;
  /** Last day of the certificate that is valid longest. */
  endsOn: string;
  /** Days of the calendar from today to it; negative once it is over. */
  days: number;
}

/** Officers of a unit on duty whose last certificate ends within so many days, or has ended; the first to end first. */
export async function certificatesEnding(
  dataSource: DataSource,
  department: string,
  today: string,
  withinDays: number,
): Promise<EndingCertificate[]> {
  return dataSource.query(
    `SELECT id, name, "staffNo", to_char(ends, 'YYYY-MM-DD') AS "endsOn", ends - $2::date AS days
     FROM (SELECT i.id, i.name, i.staff_no AS "staffNo", (SELECT max(c."expiresOn") FROM jsonb_to_recordset(i.certificates) AS c("expiresOn" date)) AS ends
       FROM inspector i WHERE i.department = $1 AND i.duty_status = 'onDuty') last
     WHERE ends <= $2::date + $3::int ORDER BY ends, "staffNo"`,
    [department, today, withinDays],
  );
}
