import type { KeyboardEvent } from 'react';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Press } from '@/ui/press';
import { GroupRows } from './group-rows';
import type { GroupsBesideProps } from './groups-beside-props';

/** Up and down walk from group to group; Tab also finds the menu of each. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const rows = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('.ch-row-press'));
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at + step];
  if (step === 0 || at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
};

/** The list of groups beside a conversation, or beside the room for one. */
export const GroupsBeside = ({ communityId, current, onOpen }: GroupsBesideProps) => {
  const t = useT();
  return (
    <nav className="ch-beside" aria-label={t('chat.groups')} onKeyDown={walk}>
      <div className="ch-beside-head">
        <Press className="bd-link ch-link" role="link" onPress={() => go('/chat/pages/create/index')}>
          {t('chat.newGroup')}
        </Press>
      </div>
      <GroupRows communityId={communityId} current={current} onOpen={onOpen} />
    </nav>
  );
};
