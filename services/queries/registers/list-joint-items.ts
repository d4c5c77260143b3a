import type { DataSource } from 'typeorm';

export interface JointItemLine {
  code: string;
  field: string;
  item: string;
  objectType: string;
  initiatingDepartments: string;
  participatingDepartments: string;
  initiatingCodes: string[];
  participatingCodes: string[];
  itemClass: string | null;
  method: string | null;
  ratioFrequency: string | null;
  basis: string | null;
}

/** The joint check list; with a department, the rows it initiates or takes part in. */
export async function listJointItems(dataSource: DataSource, department?: string): Promise<JointItemLine[]> {
  return dataSource.query(
    `SELECT code, field, item, object_type AS "objectType", initiating_departments AS "initiatingDepartments",
       participating_departments AS "participatingDepartments", initiating_codes AS "initiatingCodes", participating_codes AS "participatingCodes",
       item_class AS "itemClass", method, ratio_frequency AS "ratioFrequency", basis
     FROM joint_item WHERE $1::text IS NULL OR $1 = ANY(initiating_codes || participating_codes) ORDER BY code`,
    [department ?? null],
  );
}
