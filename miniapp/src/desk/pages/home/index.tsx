import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Todo } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { DeskPage } from '@/desk/components/desk-page';
import { TodoList } from '@/desk/components/todo-list';
import { deskEntries, deskRoles, listDesks, waitingBehind, type Desk, type DeskEntry } from '@/desk/desks';
import { deskTodoKinds } from '@/desk/open-todo';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { aria } from '@/ui/aria';
import { List, Row } from '@/ui/list';
import { Section } from '@/ui/section';

const waitingFor = (todo: readonly Todo[], entry: DeskEntry): number =>
  todo
    .filter(({ kind }) => (waitingBehind[entry] as readonly string[] | undefined)?.includes(kind) === true)
    .reduce((sum, { count }) => sum + count, 0);

const Waiting = ({ n }: { readonly n: number }) => {
  const t = useT();
  return (
    <View className="desk-count" {...aria({ role: 'img', label: t('desk.waitingCount', { n }) })}>
      {n}
    </View>
  );
};

const DeskCard = ({ desk, todo }: { readonly desk: Desk; readonly todo: readonly Todo[] }) => {
  const t = useT();
  return (
    <View>
      <Section title={t(`mine.role-${desk.role}`)} />
      <List label={t(`mine.role-${desk.role}`)}>
        {desk.entries.map((entry) => {
          const n = waitingFor(todo, entry);
          return (
            <Row
              key={entry}
              title={t(`desk.entry-${entry}`)}
              detail={t(`desk.about-${entry}`)}
              value={n === 0 ? undefined : <Waiting n={n} />}
              onPress={() => go(deskEntries[entry])}
            />
          );
        })}
      </List>
    </View>
  );
};

const Desks = ({ communityId, desks }: { readonly communityId: string; readonly desks: readonly Desk[] }) => {
  const t = useT();
  const home = useQuery(deliberationApi.getHome, { params: { communityId } });
  return (
    <View className="desk-cards">
      <View>
        <Section title={t('app.waiting')} />
        <TodoList communityId={communityId} kinds={deskTodoKinds} empty={t('desk.nothingWaits')} />
      </View>
      {desks.map((desk) => (
        <DeskCard key={desk.role} desk={desk} todo={home.data?.todo ?? []} />
      ))}
    </View>
  );
};

export default function DeskHome() {
  const t = useT();
  return (
    <DeskPage title={t('desk.title')} roles={deskRoles}>
      {({ communityId, roles }) => <Desks communityId={communityId} desks={listDesks(roles)} />}
    </DeskPage>
  );
}
