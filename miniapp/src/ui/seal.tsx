import { Text } from '@tarojs/components';
import { aria } from './aria';
import { cx } from './cx';

interface SealProps {
  /** Two to four characters: 通过, 决议, 办结. */
  readonly text: string;
  readonly place?: 'inline' | 'corner';
  readonly big?: boolean;
}

/** The stamp of something decided. */
export const Seal = ({ text, place = 'inline', big = false }: SealProps) => (
  <Text className={cx('bd-seal', place === 'corner' && 'is-corner', big && 'is-big')} {...aria({ role: 'img', label: text })}>
    {text}
  </Text>
);
