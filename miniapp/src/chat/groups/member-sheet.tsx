import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Group, Member } from '@bandeng/shared/chat/schemas.ts';
import type { GroupRole } from '@bandeng/shared/chat/vocabulary.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { confirm, toast } from '@/ui/overlay-store';
import { Sheet } from '@/ui/sheet';
import { MuteSheet } from './mute-sheet';

interface MemberSheetProps {
  readonly communityId: string;
  readonly group: Group;
  readonly member: Member;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What I may do about one member. */
export const MemberSheet = ({ communityId, group, member, onClose, onDone }: MemberSheetProps) => {
  const t = useT();
  const [muting, setMuting] = useState(false);
  const role = useCommand(chatApi.setMemberRole);
  const removal = useCommand(chatApi.removeMember);
  const mute = useCommand(chatApi.muteMember);
  const params = { communityId, groupId: group.id, residentId: member.id };
  const may = (action: Group['allowed'][number]) => group.allowed.includes(action);
  const done = (text: string) => {
    toast(text);
    onDone();
  };
  const setRole = async (next: GroupRole) => {
    const question = { title: t('groups.handOnAsk', { label: member.label }), text: t('groups.handOnText'), confirmText: t('groups.handOn') };
    if (next === 'owner' && !(await confirm(question))) return;
    if ((await role.run({ params, body: { role: next } })).ok) done(t('groups.roleSet'));
  };
  const remove = async () => {
    const question = { title: t('groups.removeAsk', { label: member.label }), confirmText: t('groups.remove'), danger: true };
    if (!(await confirm(question))) return;
    if ((await removal.run({ params, body: { reason: '' } })).ok) done(t('groups.removed'));
  };
  const unmute = async () => {
    if ((await mute.run({ params, body: { minutes: 0, reason: '' } })).ok) done(t('groups.unmuted'));
  };
  if (muting) return <MuteSheet {...{ communityId, groupId: group.id, member, onClose, onDone }} />;
  const plain = member.role === 'member';
  return (
    <Sheet open title={member.label} onClose={onClose}>
      {may('mute') && member.role !== 'owner' ? (
        <Button kind="outline" busy={mute.busy} onPress={() => (member.mutedUntil === null ? setMuting(true) : void unmute())}>
          {t(member.mutedUntil === null ? 'groups.mute' : 'groups.unmute')}
        </Button>
      ) : null}
      {may('set-roles') && member.role !== 'owner' ? (
        <>
          <Button kind="outline" busy={role.busy} onPress={() => void setRole(plain ? 'moderator' : 'member')}>
            {t(plain ? 'groups.makeModerator' : 'groups.makeMember')}
          </Button>
          <Button kind="outline" busy={role.busy} onPress={() => void setRole('owner')}>
            {t('groups.handOn')}
          </Button>
        </>
      ) : null}
      {may('remove') && member.role !== 'owner' ? (
        <Button kind="danger" busy={removal.busy} onPress={() => void remove()}>
          {t('groups.remove')}
        </Button>
      ) : null}
      <ErrorNote error={role.error ?? removal.error ?? mute.error} />
    </Sheet>
  );
};
