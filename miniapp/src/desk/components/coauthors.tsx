import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterHead, MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { ChosenPerson } from './chosen-person';
import { PickPerson } from './pick-person';

interface CoauthorsProps {
  readonly communityId: string;
  readonly head: MatterHead;
  readonly editable: boolean;
  readonly onReply: (reply: MatterReply) => void;
}

/** Who writes along. They may change the text; the proposer invites and removes them. */
export const Coauthors = ({ communityId, head, editable, onReply }: CoauthorsProps) => {
  const t = useT();
  const add = useCommand(deliberationApi.addCoauthor);
  const remove = useCommand(deliberationApi.removeCoauthor);
  const params = { communityId, matterId: head.id };
  const invite = async (residentId: string) => {
    const outcome = await add.run({ params, body: { residentId } });
    if (!outcome.ok) return;
    onReply(outcome.reply);
    toast(t('chair.coauthorAdded'));
  };
  const drop = async (residentId: string) => {
    const outcome = await remove.run({ params: { ...params, residentId } });
    if (outcome.ok) onReply(outcome.reply);
  };
  if (!editable && head.coauthors.length === 0) return null;
  return (
    <Card title={t('deliberation.coauthors')}>
      <View className="bd-muted">{t('chair.coauthorsHint')}</View>
      <View className="bd-gap" />
      {head.coauthors.map((person) => (
        <ChosenPerson key={person.id} person={person} {...(editable ? { onRemove: () => void drop(person.id) } : {})} />
      ))}
      <ErrorNote error={add.error ?? remove.error} />
      {editable ? (
        <PickPerson
          communityId={communityId}
          small
          label={t('chair.coauthorAdd')}
          onPick={({ id }) => void invite(id)}
        />
      ) : null}
    </Card>
  );
};
