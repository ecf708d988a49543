import { View } from '@tarojs/components';
import type { ObjectionView } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { Moment } from '@/ui/moment';
import { Tag } from '@/ui/tag';

const StateTag = ({ objection }: { readonly objection: ObjectionView }) => {
  const t = useT();
  const { answeredAt, overdue, upheld, backTo } = objection;
  if (answeredAt === null) {
    return <Tag tone="brick">{t(overdue ? 'deliberation.objectionOverdue' : 'deliberation.objectionWaiting')}</Tag>;
  }
  return (
    <>
      {upheld ? (
        <Tag tone="brick">
          {t('deliberation.objectionUpheld', { stage: backTo === null ? '' : t(`deliberation.stage-${backTo}`) })}
        </Tag>
      ) : (
        <Tag tone="bamboo">{t('deliberation.objectionAnswered')}</Tag>
      )}
      {overdue ? <Tag tone="amber">{t('deliberation.objectionLate')}</Tag> : null}
    </>
  );
};

/** Objections of one disclosure, each with its answer or the day by which it is due. */
export const ObjectionList = ({ objections }: { readonly objections: readonly ObjectionView[] }) => {
  const t = useT();
  if (objections.length === 0) return <View className="bd-muted">{t('deliberation.objectionsNone')}</View>;
  return (
    <>
      {objections.map((one) => (
        <View key={one.id} className="dl-entry">
          <StateTag objection={one} />
          <View className="dl-text">{one.text}</View>
          <View className="bd-muted">
            {t('deliberation.objectionBy', { name: one.by.label })} · <Moment at={one.filedAt} as="ago" />
          </View>
          {one.answer === null ? (
            <View className="bd-muted">
              {t('deliberation.objectionDue')}: <Moment at={one.dueAt} as="end" />
            </View>
          ) : (
            <View className="dl-answer">
              <View className="dl-text">{one.answer}</View>
              <View className="bd-muted">
                {t('deliberation.objectionAnswerBy', { name: one.answeredBy ?? '' })}
                {one.answeredAt === null ? null : (
                  <>
                    {' · '}
                    <Moment at={one.answeredAt} as="ago" />
                  </>
                )}
              </View>
            </View>
          )}
        </View>
      ))}
    </>
  );
};
