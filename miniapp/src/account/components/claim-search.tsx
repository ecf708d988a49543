import { communityApi } from '@bandeng/shared/community/api.ts';
import { useState } from 'react';
import { useSettled } from '@/platform/use-settled';
import { useT } from '@/i18n/use-t';
import { useQuery } from '@/platform/query';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';
import { List, Row } from '@/ui/list';
import { TextField } from '@/ui/text-field';

export interface Named {
  readonly id: string;
  readonly label: string;
}

/** Which community; one that is the only one needs no typing. */
export const FindCommunity = ({ onPick }: { readonly onPick: (communityId: string) => void }) => {
  const t = useT();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const query = useQuery(communityApi.findCommunities, { query: search === '' ? {} : { search } });
  return (
    <>
      <TextField kind="search" label={t('mine.communitySearch')} maxLength={40} value={text} onChange={setText} />
      <Await query={query}>
        {({ communities }) =>
          communities.length === 0 ? (
            <EmptyState title={t('mine.communityNone')} hint={t('mine.communityNoneHint')} />
          ) : (
            <List label={t('mine.claimStepCommunity')}>
              {communities.map(({ id, name }) => (
                <Row key={id} title={name} onPress={() => onPick(id)} />
              ))}
            </List>
          )
        }
      </Await>
    </>
  );
};

interface FindDwellingProps {
  readonly communityId: string;
  readonly onPick: (dwelling: Named) => void;
}

/** Which dwelling, by its door number; names are never shown here. */
export const FindDwelling = ({ communityId, onPick }: FindDwellingProps) => {
  const t = useT();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const query = useQuery(
    communityApi.findClaimable,
    search === '' ? null : { params: { communityId }, query: { search } },
  );
  return (
    <>
      <TextField
        kind="search"
        label={t('mine.dwellingSearch')}
        placeholder={t('mine.dwellingSearchHint')}
        maxLength={20}
        value={text}
        onChange={setText}
      />
      {search === '' ? null : (
        <Await query={query}>
          {({ dwellings }) =>
            dwellings.length === 0 ? (
              <EmptyState title={t('mine.dwellingNone')} hint={t('mine.dwellingNoneHint')} />
            ) : (
              <List label={t('mine.claimStepDwelling')}>
                {dwellings.map((dwelling) => (
                  <Row key={dwelling.id} title={dwelling.label} onPress={() => onPick(dwelling)} />
                ))}
              </List>
            )
          }
        </Await>
      )}
    </>
  );
};
