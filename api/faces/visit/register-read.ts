import type { FormFit } from '../face';

/** Where result and register agree there is nothing to affirm, and nothing is asked. */
export const registerRead: FormFit = {
  values: (values) => values,
  fields: (fields, choices) =>
    choices['registerRead']?.length ? fields : fields.filter((field) => field.name !== 'registerRead'),
};
