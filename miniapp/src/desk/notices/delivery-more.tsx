import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Delivery } from '@bandeng/shared/bulletin/schemas.ts';
import { useEffect, useState } from 'react';
import { openNotice } from '@/bulletin/components/notice-card';
import { ReasonSheet } from '@/desk/components/reason-sheet';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { go } from '@/platform/navigate';
import { openWeb } from '@/platform/open-web';
import { useQuery } from '@/platform/query';
import { useSettings } from '@/platform/settings';
import { Card } from '@/ui/card';
import { List, Row } from '@/ui/list';
import { toast } from '@/ui/overlay-store';

interface DeliveryMoreProps {
  readonly communityId: string;
  readonly delivery: Delivery;
  readonly onChanged: () => void;
}

/** What went out by WeChat and SMS. */
export const ReceiptsCard = ({ receipts }: Pick<Delivery, 'receipts'>) => {
  const t = useT();
  const ways = (['wechat', 'sms'] as const).filter((way) => {
    const { sent, waiting, failed } = receipts[way];
    return sent + waiting + failed > 0;
  });
  return (
    <Card title={t('notice.receipts')}>
      {ways.length === 0 ? t('notice.receiptsNone') : null}
      {ways.map((way) => (
        <Row
          key={way}
          title={t(way === 'wechat' ? 'notice.receiptsWechat' : 'notice.receiptsSms')}
          detail={t('notice.receiptLine', receipts[way])}
        />
      ))}
    </Card>
  );
};

/** The printed sheet, the page of residents, a correction, the withdrawal. */
export const DeliveryMore = ({ communityId, delivery, onChanged }: DeliveryMoreProps) => {
  const t = useT();
  const english = useSettings((s) => s.shown === 'en');
  const { notice, allowed } = delivery;
  const params = { communityId, noticeId: notice.id };
  const [withdrawing, setWithdrawing] = useState(false);
  const withdraw = useCommand(bulletinApi.withdrawNotice);
  const { data, refresh } = useQuery(bulletinApi.getNotice, { params });
  // Published a moment ago it may still be known as a draft, which has no sheet.
  useEffect(() => void refresh(), [refresh]);
  const sheet = data?.sheetPath ?? null;
  const print = async () => {
    const address = `${API_BASE}${sheet ?? ''}${english ? '?lang=en' : ''}`;
    if ((await openWeb(address)) === 'copied') toast(t('bulletin.printCopied'));
  };
  const send = async (reason: string) => {
    const outcome = await withdraw.run({ params, body: { reason } });
    if (!outcome.ok) return;
    setWithdrawing(false);
    toast(t('notice.withdrawDone'));
    onChanged();
  };
  return (
    <>
      <List label={t('desk.actions')}>
        {sheet === null ? null : (
          <Row title={t('notice.sheet')} detail={t('notice.sheetAbout')} onPress={() => void print()} />
        )}
        <Row title={t('notice.seeNotice')} detail={t('notice.seeNoticeAbout')} onPress={() => openNotice(notice.id)} />
        {allowed.includes('correct') ? (
          <Row
            title={t('notice.correct')}
            detail={t('notice.correctAbout')}
            onPress={() => go('/desk/pages/notice-edit/index', { id: notice.id, mode: 'correct' })}
          />
        ) : null}
        {allowed.includes('withdraw') ? (
          <Row title={t('notice.withdraw')} detail={t('notice.withdrawLead')} onPress={() => setWithdrawing(true)} />
        ) : null}
      </List>
      {withdrawing ? (
        <ReasonSheet
          open
          danger
          title={t('notice.withdrawTitle')}
          lead={t('notice.withdrawLead')}
          reasonLabel={t('desk.reason')}
          confirmText={t('notice.withdraw')}
          maxLength={200}
          busy={withdraw.busy}
          retrying={withdraw.retrying}
          error={withdraw.error}
          onClose={() => setWithdrawing(false)}
          onSend={(reason) => void send(reason)}
        />
      ) : null}
    </>
  );
};
