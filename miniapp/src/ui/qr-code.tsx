import { Image, View } from '@tarojs/components';
import { useMemo } from 'react';
import { renderSVG } from 'uqr';
import { useT } from '../i18n/use-t';
import { ariaPicture } from './aria';

/** Dark on white in every theme: readers of codes do not know dark mode. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label?: string }) => {
  const t = useT();
  const source = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { ecc: 'M', border: 1 }))}`,
    [text],
  );
  return (
    <View className="bd-qr">
      <Image className="bd-qr-image" mode="aspectFit" src={source} {...ariaPicture(label ?? t('ui.qr', { text }))} />
    </View>
  );
};
