import type { Todo } from '@bandeng/shared/deliberation/schemas.ts';
import { go } from '@/platform/navigate';

/** Kinds of waiting things that are desk work. */
export const deskTodoKinds = [
  'run-session',
  'publish',
  'answer-objection',
  'returned',
  'claim',
] as const satisfies readonly Todo['kind'][];
export type DeskTodoKind = (typeof deskTodoKinds)[number];

export const isDeskTodo = (todo: Todo): todo is Todo & { kind: DeskTodoKind } =>
  (deskTodoKinds as readonly string[]).includes(todo.kind);

/** Opens the desk page on which a waiting thing is done. */
export const openTodo = ({ kind, matterId, subjectId }: Todo & { kind: DeskTodoKind }): void => {
  const matter = { matterId: matterId ?? undefined };
  switch (kind) {
    case 'claim':
      return go('/desk/pages/claims/index');
    case 'answer-objection':
      return go('/desk/pages/objections/index', matter);
    case 'publish':
      return go('/desk/pages/publish/index', matter);
    case 'returned':
      return go('/desk/pages/matter/index', matter);
    case 'run-session':
      return subjectId === null
        ? go('/desk/pages/convene/index', matter)
        : go('/desk/pages/session/index', { sessionId: subjectId });
  }
};
