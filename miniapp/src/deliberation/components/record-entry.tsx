import { View } from '@tarojs/components';
import type { RecordEntryView } from '@bandeng/shared/deliberation/schemas.ts';
import { recordKinds, type RecordKind } from '@bandeng/shared/deliberation/record-kinds.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { Card } from '@/ui/card';
import { Moment } from '@/ui/moment';
import { MoreLink } from './more-link';

const isKnown = (kind: string): kind is RecordKind => (recordKinds as readonly string[]).includes(kind);

/** One link of the chain: what happened, who did it, and the exact text that was hashed. */
export const RecordEntry = ({ entry }: { readonly entry: RecordEntryView }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { seq, at, kind, actor, body, previous, hash } = entry;
  return (
    <Card
      title={isKnown(kind) ? t(`deliberation.kind-${kind}`) : kind}
      extra={t('deliberation.recordEntry', { n: seq })}
    >
      <View className="bd-muted">
        {actor === '' ? '' : `${actor} · `}
        <Moment at={at} as="ago" />
      </View>
      <View className="dl-hash">
        {t('deliberation.recordHash')} {hash.slice(0, 16)}…
      </View>
      {open ? (
        <View className="dl-canonical">
          <View>{body}</View>
          <View className="dl-hash">
            {previous} → {hash}
          </View>
        </View>
      ) : null}
      <MoreLink expanded={open} onPress={() => setOpen(!open)}>
        {t(open ? 'deliberation.recordBodyHide' : 'deliberation.recordBody')}
      </MoreLink>
    </Card>
  );
};
