/** Whether an inspector has an account that may enter results: `active`, `disabled`, or `none`. */
export const accountOf = (inspector: string): string =>
  `COALESCE((SELECT CASE WHEN a.active AND 'inspector' = ANY(a.capacities) THEN 'active' ELSE 'disabled' END
     FROM account a WHERE a.inspector_id = ${inspector}.id ORDER BY a.active DESC LIMIT 1), 'none')`;
