import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { HeldMessage } from '@bandeng/shared/chat/schemas.ts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { MyAppeals } from '@/chat/groups/my-appeals';
import { MessageCard } from '@/chat/groups/message-card';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { Page } from '@/ui/page';
import { Tabs } from '@/ui/tabs';
import { Tag } from '@/ui/tag';

interface HeldProps {
  readonly communityId: string;
  readonly held: HeldMessage;
  readonly onDone: () => void;
}

const HeldCard = ({ communityId, held, onDone }: HeldProps) => {
  const t = useT();
  const command = useCommand(chatApi.withdrawHeld);
  const withdraw = async () => {
    if (!(await command.run({ params: { communityId, heldId: held.id } })).ok) return;
    toast(t('groups.heldWithdrawn'));
    onDone();
  };
  return (
    <Card title={held.groupName} extra={<Tag tone={held.status === 'released' ? 'bamboo' : 'amber'}>{t(`groups.heldStatus-${held.status}`)}</Tag>}>
      <MessageCard communityId={communityId} message={{ ...held, state: 'shown' }} />
      <Notice tone={held.status === 'refused' ? 'brick' : 'amber'}>
        {held.status === 'refused' && held.decidedReason !== ''
          ? t('groups.heldRefusedBecause', { reason: held.decidedReason })
          : held.reason === 'waiting'
            ? t('groups.held-waiting')
            : t(`groups.held-${held.reason}`, { detail: held.detail })}
      </Notice>
      <ErrorNote error={command.error} />
      {held.status === 'held' ? (
        <Button kind="outline" busy={command.busy} retrying={command.retrying} onPress={() => void withdraw()}>
          {t('groups.heldWithdraw')}
        </Button>
      ) : null}
    </Card>
  );
};

const HeldList = ({ communityId, groupId }: { readonly communityId: string; readonly groupId: string | undefined }) => {
  const t = useT();
  const query = useQuery(chatApi.listMyHeld, { params: { communityId }, query: groupId === undefined ? {} : { groupId } });
  return (
    <Await query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('groups.heldNone')} hint={t('groups.heldNoneHint')} />
        ) : (
          <View>
            {items.map((held) => (
              <HeldCard key={held.id} communityId={communityId} held={held} onDone={() => void query.refresh()} />
            ))}
          </View>
        )
      }
    </Await>
  );
};

type Fate = 'held' | 'appeals';
const fates: readonly Fate[] = ['held', 'appeals'];

const Fates = ({ communityId, groupId }: { readonly communityId: string; readonly groupId: string | undefined }) => {
  const t = useT();
  const [fate, setFate] = useState<Fate>(useRouter().params['show'] === 'appeals' ? 'appeals' : 'held');
  return (
    <>
      <Tabs
        label={t('groups.fateTabs')}
        value={fate}
        onChange={setFate}
        tabs={fates.map((value) => ({ value, text: t(`groups.fate-${value}`) }))}
      />
      {fate === 'held' ? <HeldList communityId={communityId} groupId={groupId} /> : <MyAppeals communityId={communityId} />}
    </>
  );
};

/** 被处理的消息: what I sent and others do not see, why, and what became of my appeals. */
export default function MyHeldMessages() {
  const t = useT();
  const { group } = useRouter().params;
  return (
    <Page title={t('groups.heldTitle')}>
      <MemberOnly>{({ communityId }) => <Fates communityId={communityId} groupId={group} />}</MemberOnly>
    </Page>
  );
}
