import { Text } from '@tarojs/components';
import { formatFen, formatMoney } from '../i18n/amount';
import { useSettings } from '../platform/settings';
import { cx } from './cx';

/** An amount in fen. `signed`: as a ledger shows it, with its direction. */
export const Money = ({ fen, signed = false }: { readonly fen: number; readonly signed?: boolean }) => {
  const language = useSettings((s) => s.shown);
  return (
    <Text className={cx('bd-money', signed && fen > 0 && 'is-in')}>
      {signed ? formatFen(fen, true) : formatMoney(fen, language)}
    </Text>
  );
};
