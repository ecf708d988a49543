import Taro from '@tarojs/taro';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { toast } from '@/ui/overlay-store';

const ticketOf = (text: string): string | undefined =>
  /\/account\/pages\/confirm-login\/index\?id=([A-Za-z0-9_-]{1,64})$/.exec(text)?.[1];

/** Reads the code that a computer shows; the page it opens asks before anything is allowed. */
export const ScanToSignIn = () => {
  const t = useT();
  const scan = async () => {
    const text = await Taro.scanCode({ onlyFromCamera: true }).then(
      ({ result }) => result,
      () => null,
    );
    if (text === null) return;
    const id = ticketOf(text);
    if (id === undefined) toast(t('account.scanBad'));
    else go('/account/pages/confirm-login/index', { id });
  };
  return (
    <Button kind="outline" onPress={() => void scan()}>
      {t('account.scan')}
    </Button>
  );
};
