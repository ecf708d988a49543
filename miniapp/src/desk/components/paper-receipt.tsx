import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { FootButtons } from '@/ui/foot-buttons';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';

interface PaperReceiptProps {
  readonly code: string;
  readonly voter: string;
  readonly onNext: () => void;
}

/** The receipt to write down for the voter; the desk keeps none. */
export const PaperReceipt = ({ code, voter, onNext }: PaperReceiptProps) => {
  const t = useT();
  const copy = async () => {
    await Taro.setClipboardData({ data: code });
    toast(t('deliberation.receiptCopied'));
  };
  return (
    <>
      <Notice tone="bamboo" live>
        {t('chair.paperDone', { name: voter })}
      </Notice>
      <Card title={t('deliberation.receiptCode')}>
        <View className="desk-receipt bd-num">{code}</View>
        <View className="desk-lead">{t('chair.paperReceiptLead')}</View>
        <FootButtons>
          <Button kind="outline" onPress={() => void copy()}>
            {t('deliberation.receiptCopy')}
          </Button>
          <Button onPress={onNext}>{t('chair.paperNext')}</Button>
        </FootButtons>
      </Card>
    </>
  );
};
