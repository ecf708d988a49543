/** A text that a person takes away as a file. */
export interface TextFile {
  readonly name: string;
  readonly type: 'application/json' | 'text/csv';
  readonly text: string;
}
