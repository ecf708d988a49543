import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { MoreLink } from './more-link';

const longest = 160;

/** A text with its paragraphs; a long one opens on a press. */
export const LongText = ({ text }: { readonly text: string }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (text === '') return null;
  const long = text.length > longest;
  return (
    <View className="dl-text">
      {long && !open ? `${text.slice(0, longest)}… ` : text}
      {long ? (
        <View>
          <MoreLink expanded={open} onPress={() => setOpen(!open)}>
            {t(open ? 'deliberation.lessText' : 'deliberation.fullText')}
          </MoreLink>
        </View>
      ) : null}
    </View>
  );
};
