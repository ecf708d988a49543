import { View } from '@tarojs/components';
import type { DisclosureView, MatterPage } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { openAction } from '../open-action';
import { DisclosureCard } from './disclosure-card';

interface DisclosureSectionProps {
  readonly page: MatterPage;
  readonly disclosure: DisclosureView;
  readonly communityId: string;
}

/** A disclosure as members read it, with the way to its public page and to an objection. */
export const DisclosureSection = ({ page, disclosure, communityId }: DisclosureSectionProps) => {
  const t = useT();
  const { matter, allowed } = page;
  const mayObject = allowed.some(
    ({ action, subjectId }) => action === 'file-objection' && subjectId === disclosure.id,
  );
  return (
    <View id={`notice-${disclosure.id}`}>
      <DisclosureCard
        disclosure={disclosure}
        objections={matter.objections.filter((one) => one.disclosureId === disclosure.id)}
        files={{ communityId }}
      >
        <View className="dl-actions">
          <Button
            kind="outline"
            small
            onPress={() => go('/bulletin/pages/disclosure/index', { token: disclosure.publicToken })}
          >
            {t('deliberation.openPublic')}
          </Button>
          {mayObject ? (
            <Button kind="outline" small onPress={() => openAction('file-objection', matter.head.id, disclosure.id)}>
              {t('deliberation.action-file-objection')}
            </Button>
          ) : null}
        </View>
      </DisclosureCard>
    </View>
  );
};
