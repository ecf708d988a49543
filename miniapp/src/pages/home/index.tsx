import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Home } from '@bandeng/shared/deliberation/schemas.ts';
import { mayDraft } from '@bandeng/shared/deliberation/who.ts';
import { MemberOnly } from '@/account/components/member-only';
import { BoardCard } from '@/bulletin/components/board-card';
import { NewestNotices, OpenKnocks } from '@/bulletin/components/home-notices';
import { NoticeCard } from '@/bulletin/components/notice-card';
import { asksMe, orderByDue } from '@/bulletin/notice-facts';
import { useAcknowledge, type Acknowledge } from '@/bulletin/use-acknowledge';
import { useNoticeTodo, type NoticeTodo } from '@/bulletin/use-notice-todo';
import { TodoCard } from '@/deliberation/components/todo-card';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { useMembership, useSession, type Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';
import { LinkText } from '@/ui/link-text';
import { Page } from '@/ui/page';
import { QuickActions, type QuickAction } from '@/ui/quick-actions';
import { Section } from '@/ui/section';

const openBoard = ({ community }: Home): void =>
  go('/bulletin/pages/board/index', { token: community.publicToken });

const Quick = ({ home, member }: { readonly home: Home; readonly member: Membership }) => {
  const t = useT();
  const first: QuickAction = mayDraft(member)
    ? { icon: 'pen', text: t('home.quickDraft'), onPress: () => go('/desk/pages/draft/index') }
    : { icon: 'pen', text: t('intake.write-topic'), onPress: () => go('/chat/pages/intake/index', { kind: 'topic' }) };
  return (
    <QuickActions
      actions={[
        { icon: 'camera', text: t('intake.write-case'), onPress: () => go('/chat/pages/intake/index', { kind: 'case' }) },
        first,
        { icon: 'board', text: t('home.quickBoard'), onPress: () => openBoard(home) },
        { icon: 'check', text: t('home.quickVotes'), onPress: () => go('/account/pages/votes/index') },
      ]}
    />
  );
};

interface WaitingProps {
  readonly notices: NoticeTodo;
  readonly acknowledge: Acknowledge;
}

/** Emergencies stand on top of everything until they are acknowledged. */
const Urgent = ({ notices, acknowledge }: WaitingProps) => (
  <>
    {(notices.items ?? [])
      .filter(({ category }) => category === 'urgent')
      .map((notice) => (
        <NoticeCard
          key={notice.id}
          notice={notice}
          acknowledge={acknowledge}
          waited
          onAcknowledged={() => notices.acknowledged(notice)}
        />
      ))}
  </>
);

/** Votes, meetings and notices together, by deadline. */
const Todos = ({ todo, notices, acknowledge }: WaitingProps & Pick<Home, 'todo'>) => {
  const t = useT();
  const calm = (notices.items ?? []).filter(({ category }) => category !== 'urgent');
  const waiting = orderByDue([
    ...todo.map((one) => ({
      at: one.dueAt,
      card: <TodoCard key={`${one.kind} ${one.matterId ?? ''} ${one.subjectId ?? ''}`} todo={one} />,
    })),
    ...calm.map((notice) => ({
      at: notice.expiresAt,
      card: (
        <NoticeCard
          key={notice.id}
          notice={notice}
          acknowledge={acknowledge}
          waited={notice.needsAck}
          onAcknowledged={() => notices.acknowledged(notice)}
        />
      ),
    })),
  ]);
  if (waiting.length === 0) return <EmptyState title={t('app.waitingNothing')} hint={t('app.waitingNothingHint')} />;
  return <>{waiting.map(({ card }) => card)}</>;
};

const Board = ({ home }: { readonly home: Home }) => {
  const t = useT();
  const all = <LinkText onPress={() => openBoard(home)}>{t('home.boardAll')}</LinkText>;
  return (
    <>
      <Section title={t('app.board')} extra={home.board.length === 0 ? undefined : all} />
      {home.board.length === 0 ? <EmptyState title={t('home.boardEmpty')} hint={t('home.boardEmptyHint')} /> : null}
      {home.board.map((item) => (
        <BoardCard
          key={item.disclosureId}
          item={item}
          onPress={() => go('/deliberation/pages/matter/index', { id: item.matterId })}
        />
      ))}
    </>
  );
};

/** 首页: emergencies, then what waits for me by deadline, then the ways on, the notices and the public board. */
export default function HomePage() {
  const t = useT();
  const member = useMembership();
  const communityId = useSession((s) => s.communityId);
  const ready = member !== null && communityId !== null;
  const query = useQuery(deliberationApi.getHome, ready ? { params: { communityId } } : null);
  const home = query.data;
  const name = home?.community.name ?? member?.communityName ?? t('app.name');
  const place = home?.placeLabel ?? '';
  const notices = useNoticeTodo();
  const acknowledge = useAcknowledge(communityId ?? '');
  const asking = (notices.items ?? []).filter((notice) => asksMe(notice) || !notice.needsAck).length;
  const count = (home?.todo.length ?? 0) + asking;
  const waiting = home === undefined || count === 0 ? undefined : t('home.count', { n: count });
  return (
    <Page
      title={place === '' ? name : `${name} · ${place}`}
      tab="home"
      aside={home === undefined ? undefined : <Board home={home} />}
    >
      <MemberOnly>
        {(me) => (
          <>
            <Urgent notices={notices} acknowledge={acknowledge} />
            <Section title={t('app.waiting')} extra={waiting} />
            <Await query={query}>
              {(data) => (
                <>
                  <Todos todo={data.todo} notices={notices} acknowledge={acknowledge} />
                  <OpenKnocks communityId={me.communityId} />
                  <Quick home={data} member={me} />
                  <NewestNotices communityId={me.communityId} waiting={notices.items ?? []} />
                </>
              )}
            </Await>
          </>
        )}
      </MemberOnly>
    </Page>
  );
}
