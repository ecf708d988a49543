import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { replaceWith } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { confirm, toast } from '@/ui/overlay-store';

interface DiscardDraftProps {
  readonly communityId: string;
  readonly matterId: string;
  readonly onDiscarded: () => void;
}

export const DiscardDraft = ({ communityId, matterId, onDiscarded }: DiscardDraftProps) => {
  const t = useT();
  const discard = useCommand(deliberationApi.discardDraft);
  const drop = async () => {
    const sure = await confirm({
      title: t('chair.discardAsk'),
      text: t('chair.discardText'),
      confirmText: t('deliberation.action-discard-draft'),
      danger: true,
    });
    if (!sure) return;
    const outcome = await discard.run({ params: { communityId, matterId } });
    if (!outcome.ok) return;
    onDiscarded();
    toast(t('chair.discarded'));
    replaceWith('/desk/pages/matters/index');
  };
  return (
    <>
      <ErrorNote error={discard.error} />
      <Button kind="plain" busy={discard.busy} retrying={discard.retrying} onPress={() => void drop()}>
        {t('deliberation.action-discard-draft')}
      </Button>
    </>
  );
};
