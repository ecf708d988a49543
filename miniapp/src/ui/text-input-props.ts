export interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly kind?: 'text' | 'number' | 'decimal' | 'phone' | 'search' | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}
