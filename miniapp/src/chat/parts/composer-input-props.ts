export interface ComposerInputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
  readonly onSend: () => void;
  readonly onFocus: () => void;
  /** Each new number puts the cursor here: after choosing whom to answer or to mention. */
  readonly focusTurn: number;
  /** WeChat only: the room the keyboard takes, in px. */
  readonly onKeyboard: (height: number) => void;
}
