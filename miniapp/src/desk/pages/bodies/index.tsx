import { communityApi } from '@bandeng/shared/community/api.ts';
import { useState } from 'react';
import { CreateBody } from '@/desk/components/create-body';
import { DeskPage } from '@/desk/components/desk-page';
import { Duties } from '@/desk/components/duties';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { EmptyState } from '@/ui/empty-state';
import { List, Row } from '@/ui/list';
import { Tabs } from '@/ui/tabs';

const Bodies = ({ member }: { readonly member: Membership }) => {
  const t = useT();
  const { communityId } = member;
  const query = useQuery(communityApi.listBodies, { params: { communityId } });
  return (
    <Await query={query}>
      {({ bodies }) => (
        <>
          {member.roles.includes('administrator') ? (
            <CreateBody communityId={communityId} onCreated={() => void query.refresh()} />
          ) : null}
          {bodies.length === 0 ? (
            <EmptyState title={t('desk.noBodies')} hint={t('desk.noBodiesHint')} />
          ) : (
            <List label={t('desk.bodies')}>
              {bodies.map(({ id, kind, name, members }) => (
                <Row
                  key={id}
                  title={name}
                  detail={t(`desk.body-${kind}`) === name ? undefined : t(`desk.body-${kind}`)}
                  value={t('desk.memberCount', { n: formatCount(members) })}
                  onPress={() => go('/desk/pages/body/index', { bodyId: id })}
                />
              ))}
            </List>
          )}
        </>
      )}
    </Await>
  );
};

export default function BodiesPage() {
  const t = useT();
  const [tab, setTab] = useState<'bodies' | 'duties'>('bodies');
  return (
    <DeskPage title={t('desk.bodiesTitle')} roles={['administrator', 'branch-committee', 'residents-committee']}>
      {(member) => (
        <>
          <Tabs
            label={t('desk.bodiesTitle')}
            tabs={[
              { value: 'bodies', text: t('desk.bodies') },
              { value: 'duties', text: t('desk.duties') },
            ]}
            value={tab}
            onChange={setTab}
          />
          {tab === 'bodies' ? <Bodies member={member} /> : <Duties member={member} />}
        </>
      )}
    </DeskPage>
  );
}
