export interface Aria {
  readonly label?: string | undefined;
  readonly role?: string | undefined;
  /** Of a heading: 1 the page, 2 a section, 3 a card. WeChat knows none. */
  readonly level?: 1 | 2 | 3 | undefined;
  readonly checked?: boolean | undefined;
  readonly selected?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  /** This is where one is, in a navigation. */
  readonly current?: boolean | undefined;
  readonly live?: 'polite' | 'assertive' | undefined;
}

const web = process.env.TARO_ENV === 'h5';

/**
 * What a screen reader is told, as the platform wants it: WeChat calls the role `aria-role` and takes booleans.
 * Spread the result over a component of Taro or over an element.
 */
export const aria = ({ role, level, ...states }: Aria): Record<string, string | boolean> => {
  const props: Record<string, string | boolean> = {};
  if (role !== undefined) props[web ? 'role' : 'aria-role'] = role;
  if (level !== undefined && web) props['aria-level'] = String(level);
  for (const [name, value] of Object.entries(states)) {
    if (value !== undefined) props[`aria-${name}`] = web ? String(value) : value;
  }
  return props;
};

/** What a screen reader is told of a picture. */
export const ariaPicture = (label: string): Record<string, string | boolean> => aria({ role: 'img', label });
