import type { DataSource } from 'typeorm';

export interface FirmOfVisit {
  visit: string;
  uscc: string | null;
  address: string | null;
  /** Name of its township. */
  township: string | null;
  status: string;
}

/** Where the firms of these visits are, as the register has it now. */
export async function firmsOfVisits(
  dataSource: DataSource,
  visits: readonly string[],
): Promise<Record<string, FirmOfVisit>> {
  const rows: FirmOfVisit[] = await dataSource.query(
    `SELECT c.id AS visit, o.uscc, o.address, o.status, (SELECT d.name FROM division d WHERE d.short_code = o.division) AS township
     FROM official_case c JOIN check_object o ON o.id = c.subject_id WHERE c.id = ANY($1::text[])`,
    [visits],
  );
  return Object.fromEntries(rows.map((row) => [row.visit, row]));
}

export interface NewestForm {
  visit: string;
  form: Record<string, unknown>;
  enteredBy: string | null;
}

/** A department's newest record of each of these visits. */
export async function newestForms(
  dataSource: DataSource,
  visits: readonly string[],
  department: string,
): Promise<Record<string, NewestForm>> {
  const rows: NewestForm[] = await dataSource.query(
    `SELECT DISTINCT ON (v.visit_id) v.visit_id AS visit, v.form, a.name AS "enteredBy"
     FROM result_version v LEFT JOIN account a ON a.id::text = v.entered_by
     WHERE v.visit_id = ANY($1::text[]) AND v.department = $2 ORDER BY v.visit_id, v.version DESC`,
    [visits, department],
  );
  return Object.fromEntries(rows.map((row) => [row.visit, row]));
}

export interface Booked {
  visit: string;
  day: string;
  officer: string;
  name: string;
}

/** Visits that these officers have on one of these days, in whatever check. */
export async function bookedOn(
  dataSource: DataSource,
  officers: readonly string[],
  days: readonly string[],
): Promise<Booked[]> {
  if (officers.length === 0 || days.length === 0) return [];
  return dataSource.query(
    `SELECT r.visit_id AS visit, to_char(r.visit_date, 'YYYY-MM-DD') AS day, i.id AS officer, i.name
     FROM visit_result r CROSS JOIN LATERAL unnest(r.officers) AS sent(officer) JOIN inspector i ON i.id = sent.officer
     WHERE r.officers && $1::uuid[] AND sent.officer = ANY($1::uuid[]) AND r.visit_date = ANY($2::date[]) AND r.visit_stage <> 'cancelled'`,
    [officers, days],
  );
}
