import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { View } from '@tarojs/components';
import { stageTitle } from '@/deliberation/words';
import { isDeskTodo, openTodo, type DeskTodoKind } from '@/desk/open-todo';
import { useT } from '@/i18n/use-t';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';
import { List, Row } from '@/ui/list';
import { MomentText } from '@/ui/moment';
import { Tag } from '@/ui/tag';
import { useNow } from '@/ui/use-now';

interface TodoListProps {
  readonly communityId: string;
  readonly kinds: readonly DeskTodoKind[];
  /** Words for nothing waiting. */
  readonly empty: string;
}

/** What waits on my desks, by deadline; each opens where it is done. */
export const TodoList = ({ communityId, kinds, empty }: TodoListProps) => {
  const t = useT();
  const now = useNow();
  const home = useQuery(deliberationApi.getHome, { params: { communityId } });
  return (
    <Await query={home}>
      {({ todo }) => {
        const mine = todo.filter(isDeskTodo).filter(({ kind }) => kinds.includes(kind));
        if (mine.length === 0) return <EmptyState title={empty} hint={t('desk.nothingWaitsHint')} />;
        return (
          <List label={t('app.waiting')}>
            {mine.map((one) => (
              <Row
                key={`${one.kind} ${one.matterId ?? ''} ${one.subjectId ?? ''}`}
                title={one.kind === 'claim' ? t('desk.claims') : one.title}
                detail={
                  <>
                    {one.kind === 'claim' ? null : <Tag tone="brick">{t(`desk.todo-${one.kind}`)}</Tag>}
                    {one.stageId === null ? '' : stageTitle(t, one.stageId, null)}
                    {one.kind === 'claim' ? t('desk.claimCount', { n: one.count }) : ''}
                    {one.kind === 'run-session' && one.subjectId === null
                      ? ` · ${t('deliberation.waitingToConvene')}`
                      : ''}
                    {one.dueAt === null ? null : one.dueAt < now && one.kind === 'answer-objection' ? (
                      <View>
                        <Tag tone="brick">{t('deliberation.objectionOverdue')}</Tag>
                      </View>
                    ) : (
                      <View className="bd-num">
                        {t(`desk.by-${one.kind}`)} <MomentText at={one.dueAt} as="end" />
                      </View>
                    )}
                  </>
                }
                onPress={() => openTodo(one)}
              />
            ))}
          </List>
        );
      }}
    </Await>
  );
};
