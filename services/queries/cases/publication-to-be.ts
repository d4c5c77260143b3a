import type { Queryable } from '../../../db/queryable';
import { publicCode, withoutCards } from '../../../domain/identity-card';
import { momentOfVisit } from '../../books/visit/moment-of-visit';
import { objectAsOf } from '../registers/as-of';

/** What goes public with a department's result beside the finding: the same rows are published and shown beforehand. */
export interface PublicationToBe {
  objectName: string;
  uscc: string | null;
  registrationNo: string | null;
  departmentName: string;
  authority: string;
  check: string;
  checkNumber: string;
  items: string[];
  itemVersions: number[];
  itemNames: string[];
}

/**
 * The firm by the name of the day on which it was given notice or visited, with its code of today; the unit and the check by
 * their names of now; the department's items in the version that the check runs under, and nothing of a later one. No number
 * of an identity card goes public, whatever the register holds.
 */
export async function publicationToBe(
  database: Queryable,
  visit: { id: string; object: string; check: string },
  department: string,
): Promise<PublicationToBe | undefined> {
  const [found] = await database.query<PublicationToBe[]>(
    `SELECT ${objectAsOf('name', momentOfVisit('$1::text'))} AS "objectName", o.uscc, o.registration_no AS "registrationNo",
       d.name AS "departmentName", d.full_name AS authority, c.title AS check, c.number AS "checkNumber",
       item.codes AS items, item.versions AS "itemVersions", item.names AS "itemNames"
     FROM check_object o, department d, official_case c, ${itemsUnderCheck} item
     WHERE o.id = $2 AND d.code = $3 AND c.id = $4`,
    [visit.id, visit.object, department, visit.check],
  );
  return (
    found && {
      ...found,
      objectName: withoutCards(found.objectName),
      uscc: publicCode(found.uscc),
      registrationNo: publicCode(found.registrationNo),
    }
  );
}

/** The items of department `$3` in check `$4`. */
const itemsUnderCheck = `(SELECT COALESCE(array_agg(i.code ORDER BY i.n), '{}') AS codes, COALESCE(array_agg(i.version ORDER BY i.n), '{}') AS versions,
    COALESCE(array_agg(COALESCE(v.name, i.code) ORDER BY i.n), '{}') AS names
  FROM official_case checked, ROWS FROM (jsonb_to_recordset(checked.state->'items') AS (code text, version int, department text)) WITH ORDINALITY AS i(code, version, department, n)
    LEFT JOIN check_item_version v ON v.item_code = i.code AND v.version = i.version
  WHERE checked.id = $4 AND i.department = $3)`;
