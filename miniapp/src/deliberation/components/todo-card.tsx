import { View } from '@tarojs/components';
import type { Todo } from '@bandeng/shared/deliberation/schemas.ts';
import { useT, type Translate } from '@/i18n/use-t';
import { formatEnd } from '@/i18n/when';
import { useAppearance } from '@/platform/appearance';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Tag, type Tone } from '@/ui/tag';
import { useNow } from '@/ui/use-now';
import { openTodo } from '../open-todo';

const tones: Readonly<Record<Todo['kind'], Tone>> = {
  vote: 'brick',
  'check-in': 'brick',
  'sign-minutes': 'brick',
  'answer-objection': 'brick',
  rate: 'amber',
  claim: 'slate',
  'run-session': 'slate',
  publish: 'slate',
  returned: 'slate',
};

const whyOf = (t: Translate, { kind, stageId, count }: Todo): string => {
  const stage = stageId === null ? '' : t(`deliberation.stage-${stageId}`);
  switch (kind) {
    case 'claim':
      return t('home.why-claim', { n: count });
    case 'rate':
    case 'answer-objection':
      return t(`home.why-${kind}`);
    case 'vote':
    case 'check-in':
    case 'sign-minutes':
    case 'run-session':
    case 'publish':
    case 'returned':
      return t(`home.why-${kind}`, { stage });
  }
};

/** One thing that waits for me. In large type it stands alone with one button. */
export const TodoCard = ({ todo }: { readonly todo: Todo }) => {
  const t = useT();
  const { large, language } = useAppearance();
  const now = useNow();
  const { kind, title, dueAt } = todo;
  const until =
    dueAt === null
      ? ''
      : dueAt <= now
        ? t('home.overdue')
        : t('home.until', { when: formatEnd(dueAt, now, language) });
  const mark = [t(`home.todo-${kind}`), until].filter((text) => text !== '').join(' · ');
  const name = title === '' ? t(`home.todo-${kind}`) : title;
  const open = () => openTodo(todo);
  const content = (
    <>
      <Tag tone={tones[kind]}>{mark}</Tag>
      <View className={large ? 'dl-title' : 'bd-card-title'}>{name}</View>
      {large ? null : <View className="bd-muted">{whyOf(t, todo)}</View>}
    </>
  );
  if (!large) return <Card onPress={open}>{content}</Card>;
  return (
    <Card>
      {content}
      <Button label={`${t(`home.do-${kind}`)}: ${name}`} onPress={open}>
        {t(`home.do-${kind}`)}
      </Button>
    </Card>
  );
};
