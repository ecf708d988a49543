import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DraftForm } from '@/desk/draft-form';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Notice } from '@/ui/notice';
import { DraftText } from './draft-preview';

interface DraftConflictProps {
  readonly communityId: string;
  /** What somebody else has saved meanwhile. */
  readonly theirs: DraftForm;
  readonly onOverwrite: () => void;
  readonly onTakeTheirs: () => void;
}

/** Two have written at once: shows the other text, and lets the person decide. Nothing is overwritten unasked. */
export const DraftConflict = ({ communityId, theirs, onOverwrite, onTakeTheirs }: DraftConflictProps) => {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <Card title={t('chair.conflict')}>
      <Notice tone="brick" live>
        {t('chair.conflictLead')}
      </Notice>
      {shown ? <DraftText communityId={communityId} form={theirs} /> : null}
      <View className="desk-buttons">
        <Button kind="outline" small onPress={() => setShown(!shown)}>
          {t(shown ? 'chair.conflictHide' : 'chair.conflictShow')}
        </Button>
        <Button kind="outline" small onPress={onTakeTheirs}>
          {t('chair.conflictTheirs')}
        </Button>
        <Button kind="danger" small onPress={onOverwrite}>
          {t('chair.conflictMine')}
        </Button>
      </View>
    </Card>
  );
};
