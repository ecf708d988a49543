import { communityApi } from '@bandeng/shared/community/api.ts';
import type { BodyMember } from '@bandeng/shared/community/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';

interface SetHouseholdsProps {
  readonly communityId: string;
  readonly member: BodyMember;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** For how many households a representative speaks; the register does not say. */
export const SetHouseholds = ({ communityId, member, onClose, onSaved }: SetHouseholdsProps) => {
  const t = useT();
  const [households, setHouseholds] = useState(member.households > 0 ? String(member.households) : '');
  const save = useCommand(communityApi.setHouseholds);
  const count = /^\d{1,3}$/.test(households) ? Number(households) : null;
  const send = async () => {
    if (count === null) return;
    const params = { communityId, memberId: member.id };
    const outcome = await save.run({ params, body: { households: count } });
    if (!outcome.ok) return;
    toast(t('desk.householdsSaved'));
    onSaved();
  };
  return (
    <Sheet
      open
      title={t('desk.householdsTitle', { name: member.name })}
      onClose={onClose}
      footer={
        <Button disabled={count === null} busy={save.busy} retrying={save.retrying} onPress={() => void send()}>
          {t('desk.householdsSave')}
        </Button>
      }
    >
      <TextField
        kind="number"
        label={t('desk.households')}
        required
        maxLength={3}
        hint={t('desk.householdsHint')}
        value={households}
        onChange={setHouseholds}
      />
      <ErrorNote error={save.error} />
    </Sheet>
  );
};
