import type { CommentView } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Moment } from '@/ui/moment';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';

interface CommentCardProps {
  readonly comment: CommentView;
  readonly busy: boolean;
  readonly onHide: () => void;
  readonly onRestore: () => void;
}

/** A comment as its moderators see it: also the original of a hidden one. */
export const CommentCard = ({ comment, busy, onHide, onRestore }: CommentCardProps) => {
  const t = useT();
  const { by, role, stageId, text, at, hidden, hiddenReason } = comment;
  return (
    <Card title={by.label || by.name} extra={<Moment at={at} as="ago" />}>
      <View>
        {role === null ? null : <Tag>{t(`mine.role-${role}`)}</Tag>}
        {stageId === null ? null : <Tag>{t(`deliberation.stage-${stageId}`)}</Tag>}
        {hidden ? <Tag tone="brick">{t('chair.hiddenMark')}</Tag> : null}
      </View>
      {hidden ? <Notice tone="amber">{t('deliberation.commentHidden', { reason: hiddenReason })}</Notice> : null}
      <View className="desk-text">{text}</View>
      <View className="desk-buttons desk-end">
        {hidden ? (
          <Button kind="outline" small disabled={busy} onPress={onRestore}>
            {t('deliberation.commentRestore')}
          </Button>
        ) : (
          <Button kind="outline" small disabled={busy} onPress={onHide}>
            {t('deliberation.commentHide')}
          </Button>
        )}
      </View>
    </Card>
  );
};
