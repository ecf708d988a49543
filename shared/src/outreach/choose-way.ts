import type { OutreachCategory, OutreachChannel } from './vocabulary.ts';

/** A category's name → ways that a person does not want for it. */
export type Off = Readonly<Record<string, readonly string[]>>;

export interface Reachability {
  readonly category: OutreachCategory;
  readonly off: Off;
  /** This server can send a WeChat message of the category to this person, who has a consent left. */
  readonly wechat: boolean;
  /** This server sends SMS and knows a number of this person. */
  readonly sms: boolean;
}

/** An SMS costs money and disturbs: it carries what everybody of a house must know, nothing that waits in the app. */
const smsCategories: readonly OutreachCategory[] = ['notice', 'urgent'];

/** Whether the person lets a way be used for a category; what was never chosen is allowed. */
export const isWanted = (off: Off, category: OutreachCategory, channel: OutreachChannel): boolean =>
  !(off[category] ?? []).includes(channel);

/** The one way by which a person is told, or null: WeChat first, SMS where WeChat does not reach. */
export const chooseWay = ({ category, off, wechat, sms }: Reachability): OutreachChannel | null => {
  if (wechat && isWanted(off, category, 'wechat')) return 'wechat';
  return sms && smsCategories.includes(category) && isWanted(off, category, 'sms') ? 'sms' : null;
};
