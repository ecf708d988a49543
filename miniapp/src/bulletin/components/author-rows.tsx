import type { Notice } from '@bandeng/shared/bulletin/schemas.ts';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { List, Row } from '@/ui/list';
import { Section } from '@/ui/section';

/** Ways to the desk for those who look after this notice. */
export const AuthorRows = ({ notice: { id, allowed } }: { readonly notice: Notice }) => {
  const t = useT();
  const sees = allowed.includes('see-delivery');
  const corrects = allowed.includes('correct');
  const edits = allowed.includes('edit');
  if (!sees && !corrects && !edits) return null;
  return (
    <>
      <Section title={t('notice.manage')} />
      <List label={t('notice.manage')}>
        {sees ? <Row title={t('notice.delivery')} onPress={() => go('/desk/pages/delivery/index', { id })} /> : null}
        {corrects ? (
          <Row
            title={t('notice.correct')}
            onPress={() => go('/desk/pages/notice-edit/index', { id, mode: 'correct' })}
          />
        ) : null}
        {edits ? <Row title={t('notice.edit')} onPress={() => go('/desk/pages/notice-edit/index', { id })} /> : null}
      </List>
    </>
  );
};
