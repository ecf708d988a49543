import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { Card } from '@/ui/card';
import { Checkbox } from '@/ui/checks';
import { Press } from '@/ui/press';
import { sayMessage } from './message-words';

interface ChooseMessagesProps {
  readonly communityId: string;
  readonly groupId: string;
  /** The message it began with. */
  readonly around: number;
  readonly chosen: readonly number[];
  readonly onChange: (seqs: readonly number[]) => void;
}

const most = 20;
const mayHandOn = ({ kind, state }: Message) => state === 'shown' && kind !== 'event' && kind !== 'card';

/** The messages that go along: the one it began with, and on demand those said around it. */
export const ChooseMessages = ({ communityId, groupId, around, chosen, onChange }: ChooseMessagesProps) => {
  const t = useT();
  const [more, setMore] = useState(false);
  const query = useQuery(chatApi.listMessages, { params: { communityId, groupId }, query: { around, limit: 30 } });
  const toggle = (seq: number, on: boolean) =>
    onChange(on ? [...chosen, seq].sort((a, b) => a - b).slice(0, most) : chosen.filter((one) => one !== seq));
  return (
    <Card
      title={t('intake.chosen')}
      extra={
        <Press className="bd-link ch-link" role="link" onPress={() => setMore(!more)}>
          {t(more ? 'intake.chooseLess' : 'intake.chooseMore')}
        </Press>
      }
    >
      <Await query={query}>
        {({ items }) => (
          <View>
            {items
              .filter((message) => mayHandOn(message) && (more || chosen.includes(message.seq)))
              .map((message) => (
                <Checkbox
                  key={message.seq}
                  label={`${message.author?.label ?? ''}: ${sayMessage(t, message)}`}
                  value={chosen.includes(message.seq)}
                  onChange={(on) => toggle(message.seq, on)}
                />
              ))}
          </View>
        )}
      </Await>
    </Card>
  );
};
