import { communityApi } from '@bandeng/shared/community/api.ts';
import { AliasCard } from '@/account/components/alias-card';
import { ClaimList } from '@/account/components/claim-list';
import { DwellingList } from '@/account/components/dwelling-list';
import { MemberOnly } from '@/account/components/member-only';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { useSession } from '@/platform/session';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { List, Row } from '@/ui/list';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

/** 我的房屋与身份: where I live, what I am, and how neighbours see me. */
export default function Place() {
  const t = useT();
  const communityId = useSession((s) => s.communityId);
  const query = useQuery(communityApi.getMyPlace, communityId === null ? null : { params: { communityId } });
  return (
    <Page title={t('mine.place')}>
      <MemberOnly>
        {({ communityId: here }) => (
          <Await query={query}>
            {(place) => (
              <>
                <Section title={t('mine.dwellings')} />
                <DwellingList
                  communityId={here}
                  dwellings={place.dwellings}
                  onChanged={() => void query.refresh()}
                />
                <Button kind="outline" onPress={() => go('/account/pages/claim/index')}>
                  {t('mine.claimAnother')}
                </Button>
                <ClaimList communityId={here} />
                <Section title={t('mine.roles')} />
                <List label={t('mine.roles')}>
                  {place.roles.map(({ role, detail }) => (
                    <Row key={`${role} ${detail}`} title={t(`mine.role-${role}`)} detail={detail === '' ? undefined : detail} />
                  ))}
                </List>
                <AliasCard communityId={here} place={place} onSaved={query.replace} />
              </>
            )}
          </Await>
        )}
      </MemberOnly>
    </Page>
  );
}
