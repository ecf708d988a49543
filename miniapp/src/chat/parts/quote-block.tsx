import { View } from '@tarojs/components';
import type { Quote } from '@bandeng/shared/chat/schemas.ts';
import { useT } from '@/i18n/use-t';
import { Press } from '@/ui/press';
import { useConversationTools } from '../conversation-context';
import { sayContent } from '../words';

/** What a message answers; a tap leads there. */
export const QuoteBlock = ({ quote }: { readonly quote: Quote }) => {
  const t = useT();
  const { jump } = useConversationTools();
  const gone = quote.state !== 'shown';
  const text = gone ? t('chat.quoteGone') : sayContent(t, { kind: quote.kind, text: quote.excerpt, state: quote.state });
  return (
    <Press className="ch-quote" label={`${t('chat.quoteJump')}: ${quote.label} ${text}`} onPress={() => jump(quote.seq)}>
      <View className="ch-quote-text">{gone ? text : t('chat.lineOf', { label: quote.label, text })}</View>
    </Press>
  );
};
