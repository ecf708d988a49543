import { communityApi } from '@bandeng/shared/community/api.ts';
import type { Area } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { formatExact } from '@/i18n/when';
import { useCommand } from '@/platform/command';
import { useQuery } from '@/platform/query';
import { useSettings } from '@/platform/settings';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import type { Choice } from '@/ui/choice';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { TextArea, TextField } from '@/ui/text-field';

interface AreaSheetProps {
  readonly communityId: string;
  readonly area: Area;
  readonly choices: readonly Choice[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

const Versions = ({ communityId, areaId }: { readonly communityId: string; readonly areaId: string }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const query = useQuery(communityApi.listAreaPlacements, { params: { communityId, areaId } });
  return (
    <Await query={query} skeleton={<Skeleton cards={1} />}>
      {({ placements }) => (
        <View>
          {placements.map((one) => (
            <View key={one.version} className="desk-rule">
              <View className="bd-strong">
                {t('register.areaVersion', { n: one.version })} · {one.name}
                {one.parentName === null ? '' : ` · ${one.parentName}`}
              </View>
              <View className="bd-muted">
                {formatExact(one.from, language)} —{' '}
                {one.until === null ? t('register.now') : formatExact(one.until, language)}
              </View>
              {one.reason === '' ? null : <View>{one.reason}</View>}
            </View>
          ))}
        </View>
      )}
    </Await>
  );
};

/** Renames an area or moves it elsewhere. The boundary as it was is kept as an earlier version. */
export const AreaSheet = ({ communityId, area, choices, onClose, onChanged }: AreaSheetProps) => {
  const t = useT();
  const [name, setName] = useState(area.name);
  const [parentId, setParentId] = useState(area.parentId);
  const [reason, setReason] = useState('');
  const redraw = useCommand(communityApi.redrawArea);
  const complete = name.trim() !== '' && reason.trim() !== '' && parentId !== null;
  const send = async () => {
    if (parentId === null) return;
    const body = { name: name.trim(), parentId, reason: reason.trim(), version: area.version };
    const outcome = await redraw.run({ params: { communityId, areaId: area.id }, body });
    if (!outcome.ok) return;
    toast(t('register.areaRedrawn'));
    onChanged();
    onClose();
  };
  return (
    <Sheet
      open
      title={area.name}
      onClose={onClose}
      footer={
        area.parentId === null ? undefined : (
          <Button busy={redraw.busy} retrying={redraw.retrying} disabled={!complete} onPress={() => void send()}>
            {t('register.areaRedraw')}
          </Button>
        )
      }
    >
      {area.parentId === null ? (
        <View className="desk-lead">{t('register.areaRoot')}</View>
      ) : (
        <>
          <View className="desk-lead">{t('register.areaRedrawLead')}</View>
          <TextField label={t('register.areaName')} required maxLength={40} value={name} onChange={setName} />
          <Select
            label={t('register.areaParent')}
            value={parentId}
            choices={choices.filter(({ value }) => value !== area.id)}
            onChange={setParentId}
          />
          <TextArea label={t('desk.reason')} required maxLength={200} value={reason} onChange={setReason} />
          <ErrorNote error={redraw.error} />
        </>
      )}
      <Section title={t('register.areaVersions')} />
      <Versions communityId={communityId} areaId={area.id} />
    </Sheet>
  );
};
