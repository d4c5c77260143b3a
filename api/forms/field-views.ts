/** A choice of a list; `group` may be used by callers to order long lists. */
export interface Choice {
  value: string;
  text: string;
  hint?: { text: string };
  checked?: boolean;
}

interface FieldFrame {
  id: string;
  name: string;
  label?: { text: string };
  hint?: { text: string };
  errorMessage?: { text: string };
  classes?: string;
}

export interface InputView extends FieldFrame {
  widget: 'text' | 'number' | 'money' | 'date' | 'hidden';
  value?: string;
  inputmode?: 'numeric' | 'decimal';
  suffix?: { text: string };
  spellcheck?: boolean;
}

export interface TextareaView extends FieldFrame {
  widget: 'textarea';
  value?: string;
  rows: number;
  maxlength?: number;
}

export interface SelectView extends FieldFrame {
  widget: 'select';
  value?: string;
  items: Choice[];
}

export interface ChoicesView extends FieldFrame {
  widget: 'radios' | 'checkboxes';
  idPrefix: string;
  fieldset?: { legend: { text: string } };
  value?: string;
  values?: string[];
  items: Choice[];
  /** A single tick sends 'false' too, so that "unticked" is an answer. */
  unticked?: boolean;
}

export interface FileView extends FieldFrame {
  widget: 'file';
  multiple: boolean;
  attributes: { accept: string };
  /** Where the page's script sends files piece by piece. */
  uploads: string;
  /** Where a person signs in again whose session ends meanwhile. */
  signIn: string;
  kept: Choice[];
}

export interface RowView {
  label: string;
  fields: FieldView[];
  remove?: { name: string; value: string; text: string; visuallyHiddenText: string };
}

export interface FieldsetView extends FieldFrame {
  widget: 'fieldset';
  legend: { text: string };
  rows?: RowView[];
  fields?: FieldView[];
  add?: { name: string; value: string; text: string; classes: string };
}

/** One field for `{{> field this}}`. */
export type FieldView = InputView | TextareaView | SelectView | ChoicesView | FileView | FieldsetView;
