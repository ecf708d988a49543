import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { AllowedAction, MatterReply, RollEntryView, SessionPage } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { may } from '@/desk/find-allowed';
import { filterRoll, rollFilters, type RollFilter } from '@/desk/filter-roll';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Tabs } from '@/ui/tabs';
import { TextField } from '@/ui/text-field';
import { AttendanceRow } from './attendance-row';
import { ReasonSheet } from './reason-sheet';

interface AttendanceProps {
  readonly communityId: string;
  readonly page: SessionPage;
  readonly allowed: readonly AllowedAction[];
  readonly onReply: (reply: MatterReply) => void;
}

const atFirst = 40;

/** The roll of an open meeting: signs people in, takes that back, and records recusals. */
export const Attendance = ({ communityId, page, allowed, onReply }: AttendanceProps) => {
  const t = useT();
  const sessionId = page.session.id;
  const params = { communityId, sessionId };
  const signIn = useCommand(deliberationApi.signInOther);
  const excuse = useCommand(deliberationApi.excuseOther);
  const [filter, setFilter] = useState<RollFilter>('absent');
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(atFirst);
  const [excusing, setExcusing] = useState<RollEntryView | null>(null);
  const found = filterRoll(page.roll, filter, search);

  const mark = async ({ voterId, name }: RollEntryView, present: boolean) => {
    const outcome = await signIn.run({ params, body: { voterId, present } });
    if (!outcome.ok) return;
    onReply(outcome.reply);
    toast(t(present ? 'chair.signedIn' : 'chair.signedOut', { name }));
  };
  const drop = async ({ voterId }: RollEntryView, reason: string) => {
    const outcome = await excuse.run({ params, body: { voterId, reason } });
    if (!outcome.ok) return;
    onReply(outcome.reply);
    setExcusing(null);
    toast(t('deliberation.recused'));
  };
  return (
    <Card title={t('chair.attendance')} extra={t('deliberation.rollCount', { n: page.roll.length })}>
      <Tabs
        label={t('chair.attendance')}
        tabs={rollFilters.map((value) => ({
          value,
          text: `${t(`chair.roll-${value}`)} ${filterRoll(page.roll, value, '').length}`,
        }))}
        value={filter}
        onChange={setFilter}
      />
      <TextField kind="search" label={t('deliberation.rollSearch')} value={search} onChange={setSearch} />
      <ErrorNote error={signIn.error} />
      {found.length === 0 ? (
        <View className="bd-muted">{t(search === '' ? `chair.rollNone-${filter}` : 'deliberation.rollNone')}</View>
      ) : null}
      {found.slice(0, shown).map((entry) => (
        <AttendanceRow
          key={entry.voterId}
          entry={entry}
          busy={signIn.busy}
          {...(may(allowed, 'sign-in-others', sessionId)
            ? { onMark: (present: boolean) => void mark(entry, present) }
            : {})}
          {...(may(allowed, 'excuse-others', sessionId) ? { onExcuse: () => setExcusing(entry) } : {})}
        />
      ))}
      {found.length > shown ? (
        <Button kind="plain" onPress={() => setShown(shown + atFirst)}>
          {t('ui.more')}
        </Button>
      ) : null}
      {excusing === null ? null : (
        <ReasonSheet
          open
          title={t('chair.excuseTitle', { name: excusing.name })}
          lead={t('chair.excuseLead')}
          reasonLabel={t('deliberation.recuseReason')}
          confirmText={t('deliberation.action-excuse-others')}
          maxLength={300}
          busy={excuse.busy}
          retrying={excuse.retrying}
          error={excuse.error}
          onClose={() => setExcusing(null)}
          onSend={(reason) => void drop(excusing, reason)}
        />
      )}
    </Card>
  );
};
