import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Report } from '@bandeng/shared/chat/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { MessageCard } from '@/chat/groups/message-card';
import { sayMessage } from '@/chat/groups/message-words';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { usePages } from '@/platform/pages-query';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { FootButtons } from '@/ui/foot-buttons';
import { InfiniteList } from '@/ui/infinite-list';
import { toast } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { Tag } from '@/ui/tag';
import { DecisionSheet } from './decision-sheet';

const spans = ['0', '60', '1440', '10080'] as const;
type Span = (typeof spans)[number];

const Context = ({ report }: { readonly report: Report }) => {
  const t = useT();
  return (
    <View>
      <View className="bd-muted">{t('moderation.context')}</View>
      {report.context.map((message) => (
        <View key={message.seq} className="bd-muted">
          {message.author?.label ?? ''}: {sayMessage(t, message)}
        </View>
      ))}
    </View>
  );
};

/** Reported messages with what was said around them: delete and mute, or dismiss. */
export const ReportQueue = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [deciding, setDeciding] = useState<{ readonly report: Report; readonly uphold: boolean } | null>(null);
  const [span, setSpan] = useState<Span>('0');
  const pages = usePages(chatApi.listReports, { params: { communityId }, query: { status: 'open' } });
  const command = useCommand(chatApi.decideReport);
  const send = async (reason: string) => {
    if (deciding === null) return;
    const body = { uphold: deciding.uphold, muteMinutes: deciding.uphold ? Number(span) : 0, reason };
    if (!(await command.run({ params: { communityId, reportId: deciding.report.id }, body })).ok) return;
    setDeciding(null);
    toast(t('moderation.decided'));
    void pages.refresh();
  };
  const kind = deciding?.uphold === true ? 'uphold' : 'dismiss';
  return (
    <>
      <InfiniteList pages={pages} keyOf={({ id }) => id} empty={<EmptyState title={t('moderation.reportsNone')} hint={t('moderation.noneHint')} />}>
        {(report) => (
          <Card title={report.groupName} extra={t('moderation.reportedBy', { n: report.reasons.length })}>
            <MessageCard communityId={communityId} message={report.message} />
            {report.reasons.map(({ reason, note, by }, i) => (
              <View key={i}>
                <Tag tone="brick">{t(`moderation.reason-${reason}`)}</Tag>
                {[by, note].filter((part) => part !== '').join(' · ')}
              </View>
            ))}
            {report.context.length === 0 ? null : <Context report={report} />}
            <View className="bd-gap" />
            <FootButtons>
              <Button kind="outline" onPress={() => setDeciding({ report, uphold: false })}>
                {t('moderation.dismiss')}
              </Button>
              <Button kind="danger" onPress={() => setDeciding({ report, uphold: true })}>
                {t('moderation.uphold')}
              </Button>
            </FootButtons>
          </Card>
        )}
      </InfiniteList>
      {deciding === null ? null : (
        <DecisionSheet
          danger={deciding.uphold}
          command={command}
          title={t(`moderation.${kind}Title`)}
          lead={t(`moderation.${kind}Lead`)}
          confirmText={t(`moderation.${kind}`)}
          onClose={() => setDeciding(null)}
          onSend={(reason) => void send(reason)}
        >
          {deciding.uphold ? (
            <Select
              label={t('moderation.muteToo')}
              value={span}
              onChange={setSpan}
              choices={spans.map((value) => ({ value, text: value === '0' ? t('moderation.mute-0') : t(`groups.mute-${value}`) }))}
            />
          ) : null}
        </DecisionSheet>
      )}
    </>
  );
};
