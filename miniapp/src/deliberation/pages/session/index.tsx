import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { ActionBar } from '@/deliberation/components/action-bar';
import { MinutesCard } from '@/deliberation/components/minutes-card';
import { RecusalSheet } from '@/deliberation/components/recusal-sheet';
import { SessionFacts, SessionOutcome } from '@/deliberation/components/session-facts';
import { ConflictsCard, SessionRoll } from '@/deliberation/components/session-roll';
import { useSessionPage } from '@/deliberation/use-session-page';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useMembership } from '@/platform/session';
import { Await } from '@/ui/await';
import { List, Row } from '@/ui/list';
import { Page } from '@/ui/page';

/** The full record of one meeting of one stage. */
export default function Session() {
  const t = useT();
  const { id = '', do: wanted } = useRouter().params;
  const state = useSessionPage(id);
  const member = useMembership();
  const { data, communityId, matter } = state;
  const [recusing, setRecusing] = useState(wanted === 'declare-interest');
  const may = (action: string) => data?.allowed.some((one) => one.action === action) === true;
  // Signing has its button below the text that is signed.
  const offered = (data?.allowed ?? []).filter(({ action }) => action !== 'sign-minutes');
  const counted = (data?.session.outcome ?? null) !== null;
  const roll =
    data === undefined ? undefined : (
      <>
        <SessionRoll page={data.page} residentId={member?.residentId ?? ''} />
        <ConflictsCard conflicts={data.page.conflicts} />
      </>
    );
  return (
    <Page
      title={t('deliberation.sessionTitle')}
      aside={roll}
      footer={
        matter.data === undefined || offered.length === 0 ? undefined : (
          <ActionBar
            communityId={communityId}
            page={{ ...matter.data, allowed: offered }}
            apply={matter.apply}
            performHere={({ action }) => {
              if (action === 'declare-interest') setRecusing(true);
              return action === 'declare-interest';
            }}
          />
        )
      }
    >
      <MemberOnly>
        {() => (
          <Await query={state}>
            {({ page, session }) => (
              <>
                <List>
                  <Row title={page.matterTitle} onPress={() => go('/deliberation/pages/matter/index', { id: page.matterId })} />
                </List>
                <SessionFacts session={session} communityId={communityId} />
                <SessionOutcome session={session} />
                <MinutesCard {...{ communityId, session }} maySign={may('sign-minutes')} apply={matter.apply} />
                {counted ? (
                  <List>
                    <Row
                      title={t('deliberation.receiptsTitle')}
                      detail={t('deliberation.receiptsOpen')}
                      onPress={() => go('/deliberation/pages/receipts/index', { session: id })}
                    />
                  </List>
                ) : null}
                <RecusalSheet
                  open={recusing && may('declare-interest')}
                  communityId={communityId}
                  sessionId={id}
                  apply={matter.apply}
                  onClose={() => setRecusing(false)}
                />
              </>
            )}
          </Await>
        )}
      </MemberOnly>
    </Page>
  );
}
