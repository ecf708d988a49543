import { View } from '@tarojs/components';
import type { CommentView } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { Moment } from '@/ui/moment';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';

/** One opinion with who says it in which capacity. A hidden one shows why; its author still sees the words. */
export const CommentCard = ({ comment }: { readonly comment: CommentView }) => {
  const t = useT();
  const { by, role, stageId, text, at, hidden, hiddenReason, mine } = comment;
  return (
    <Card>
      <View className="dl-who">
        <Avatar name={by.name} />
        <View className="bd-row-main">
          <View>
            {by.label}
            {mine ? ` (${t('deliberation.commentMine')})` : ''}
          </View>
          <View className="bd-muted">
            {[role === null ? '' : t(`mine.role-${role}`), stageId === null ? '' : t(`deliberation.stage-${stageId}`)]
              .filter((part) => part !== '')
              .map((part) => (
                <Tag key={part}>{part}</Tag>
              ))}
            <Moment at={at} as="ago" />
          </View>
        </View>
      </View>
      {hidden ? <Notice tone="amber">{t('deliberation.commentHidden', { reason: hiddenReason })}</Notice> : null}
      {hidden && text !== '' ? <View className="bd-muted">{t('deliberation.commentHiddenOriginal')}</View> : null}
      {text === '' ? null : <View className="dl-text">{text}</View>}
    </Card>
  );
};
