import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterPage, MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { List, Row } from '@/ui/list';
import { confirm, toast } from '@/ui/overlay-store';
import { Sheet } from '@/ui/sheet';
import { isAsked, splitActions, type OfferedAction } from '../next-action';
import { openAction } from '../open-action';
import { sessionTitle } from '../words';

interface ActionBarProps {
  readonly communityId: string;
  readonly page: MatterPage;
  readonly apply: (reply: MatterReply) => void;
  /** Does an action on the page itself; false where it has no place there. */
  readonly performHere?: (one: OfferedAction) => boolean;
}

/** The one action that comes next, large; whatever else is allowed stands in a menu. */
export const ActionBar = ({ communityId, page, apply, performHere }: ActionBarProps) => {
  const t = useT();
  const [menu, setMenu] = useState(false);
  const checkIn = useCommand(deliberationApi.checkIn);
  const { primary, others } = splitActions(page);

  const signIn = async (sessionId: string) => {
    if (!(await confirm({ title: t('deliberation.checkInAsk'), confirmText: t('deliberation.action-check-in') }))) return;
    const outcome = await checkIn.run({ params: { communityId, sessionId } });
    if (!outcome.ok) return;
    apply(outcome.reply);
    toast(t('deliberation.checkedIn'));
  };
  const perform = (one: OfferedAction) => {
    const { action, subjectId } = one;
    setMenu(false);
    if (performHere?.(one) === true) return;
    if (action === 'check-in' && subjectId !== null) void signIn(subjectId);
    else openAction(action, page.matter.head.id, subjectId);
  };
  const aboutOf = ({ subjectId }: OfferedAction): string | undefined => {
    const session = page.matter.sessions.find(({ id }) => id === subjectId);
    return session === undefined ? undefined : sessionTitle(t, session);
  };

  if (primary === null && others.length === 0) return null;
  return (
    <>
      <ErrorNote error={checkIn.error} />
      <FootButtons>
        {others.length === 0 ? null : (
          <Button kind="outline" onPress={() => setMenu(true)}>
            {t('deliberation.moreActions')}
          </Button>
        )}
        {primary === null ? null : (
          <Button kind={isAsked(primary) ? 'primary' : 'outline'} busy={checkIn.busy} retrying={checkIn.retrying} onPress={() => perform(primary)}>
            {t(`deliberation.action-${primary.action}`)}
          </Button>
        )}
      </FootButtons>
      <Sheet open={menu} title={t('deliberation.moreActionsTitle')} onClose={() => setMenu(false)}>
        <List label={t('deliberation.moreActionsTitle')}>
          {others.map((one) => (
            <Row
              key={`${one.action} ${one.subjectId ?? ''}`}
              title={t(`deliberation.action-${one.action}`)}
              detail={aboutOf(one)}
              onPress={() => perform(one)}
            />
          ))}
        </List>
      </Sheet>
    </>
  );
};
