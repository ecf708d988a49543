import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { GroupRow } from '@bandeng/shared/chat/schemas.ts';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { go } from '@/platform/navigate';
import { useSettings } from '@/platform/settings';
import { toast } from '@/ui/overlay-store';
import { markReadHere, showMine } from '../group-store';
import { ChoiceSheet, type SheetChoice } from './choice-sheet';

interface GroupMenuProps {
  readonly communityId: string;
  readonly row: GroupRow;
  readonly onClose: () => void;
}

/** Pinned, silenced, read: shown at once, and put back when the server refuses. */
const useGroupMenu = (communityId: string) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const setMine = useCommand(chatApi.setMyGroup);
  const markRead = useCommand(chatApi.markRead);
  const set = async (row: GroupRow, body: { pinned?: boolean; silenced?: boolean }) => {
    showMine(row.id, body);
    const outcome = await setMine.run({ params: { communityId, groupId: row.id }, body });
    if (outcome.ok) return;
    showMine(row.id, { pinned: row.pinned, silenced: row.silenced });
    toast(outcome.error.text(language));
  };
  const read = async (row: GroupRow) => {
    const seq = row.last?.seq ?? 0;
    const outcome = await markRead.run({ params: { communityId, groupId: row.id }, body: { seq } });
    if (outcome.ok) markReadHere(row.id, outcome.reply.readSeq);
    else toast(outcome.error.text(language));
  };
  return (row: GroupRow): SheetChoice[] => [
    ...(row.unread > 0 ? [{ text: t('chat.markRead'), onPress: () => void read(row) }] : []),
    { text: t(row.pinned ? 'chat.unpin' : 'chat.pin'), onPress: () => void set(row, { pinned: !row.pinned }) },
    { text: t(row.silenced ? 'chat.unsilence' : 'chat.silence'), onPress: () => void set(row, { silenced: !row.silenced }) },
    { text: t('chat.info'), onPress: () => go('/chat/pages/info/index', { id: row.id }) },
  ];
};

export const GroupMenu = ({ communityId, row, onClose }: GroupMenuProps) => (
  <ChoiceSheet title={row.name} choices={useGroupMenu(communityId)(row)} onClose={onClose} />
);
