export interface Choice<V extends string = string> {
  readonly value: V;
  readonly text: string;
}
