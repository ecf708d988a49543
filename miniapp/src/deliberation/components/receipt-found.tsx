import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { useT } from '@/i18n/use-t';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { Notice } from '@/ui/notice';

interface ReceiptFoundProps {
  readonly communityId: string;
  readonly sessionId: string;
  readonly code: string;
}

/** Whether a receipt stands in the published list of a counted session, and with which choice. */
export const ReceiptFound = ({ communityId, sessionId, code }: ReceiptFoundProps) => {
  const t = useT();
  const found = useQuery(deliberationApi.listReceipts, {
    params: { communityId, sessionId },
    query: { receipt: code },
  });
  return (
    <Await query={found}>
      {({ items }) => {
        const ballot = items.find(({ receipt }) => receipt === code);
        return ballot === undefined ? (
          <Notice tone="brick" live>
            {t('deliberation.receiptNotFound')}
          </Notice>
        ) : (
          <Notice tone="bamboo" live>
            ✓ {t('deliberation.receiptFound', { choice: t(`deliberation.choice-${ballot.choice}`) })}
          </Notice>
        );
      }}
    </Await>
  );
};
