/** What every field of a form has in common. Values are controlled by the form. */
export interface FieldProps<T> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly hint?: string | undefined;
  /** What is wrong with the value, in the reader's language; undefined when nothing is. */
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}
