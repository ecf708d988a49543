import type { AreaKind, BodyKind } from '@bandeng/shared/community/vocabulary.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import type { Tx } from '../platform/store/store.ts';
import { bindKnownAccount } from './bind-phone.ts';
import { createResidents } from './create-resident.ts';
import { placeAreas } from './place-area.ts';
import { standingChanged } from './standing-changed.ts';
import { writeLog } from './write-log.ts';

export interface Founding {
  readonly id: string;
  readonly name: string;
  /** Names of the areas above the community, where known. */
  readonly district?: string;
  readonly street?: string;
  readonly administrator: { readonly name: string; readonly phone?: string; readonly accountId?: string };
  /** Unguessable: whoever holds it reads the public board. */
  readonly publicToken: string;
  readonly now: number;
  readonly newId: () => string;
}

export interface Founded {
  readonly communityId: string;
  readonly areaId: string;
  readonly administratorId: string;
  readonly bodies: Readonly<Record<StandingBody, string>>;
}

/** The bodies that every community has from the beginning, empty. */
const standingBodies = {
  'branch-committee': '党支部委员会',
  'residents-committee': '居民委员会',
  'two-committees': '社区“两委”',
  'party-members': '党支部党员',
  representatives: '居民代表',
  supervisors: '居务监督委员会',
} as const satisfies Partial<Record<BodyKind, string>>;
export type StandingBody = keyof typeof standingBodies;

/** The chain of areas from the district down to the community; what is not named is left out. */
const chainOf = ({ district, street, name }: Founding): { kind: AreaKind; name: string }[] => [
  ...(district === undefined || street === undefined ? [] : [{ kind: 'district' as const, name: district }]),
  ...(street === undefined ? [] : [{ kind: 'street' as const, name: street }]),
  { kind: 'community', name },
];

const placeChain = async (tx: Tx, founding: Founding): Promise<string> => {
  let parentId: string | null = null;
  for (const { kind, name } of chainOf(founding)) {
    const id = founding.newId();
    await placeAreas(tx, [{ communityId: founding.id, id, kind, name, parentId }], {
      now: founding.now,
      byId: null,
      reason: '',
    });
    parentId = id;
  }
  if (parentId === null) throw new Error('a community without an area of its own');
  return parentId;
};

/** Founds a community: its area, its standing bodies, and a first administrator who can appoint everybody else. */
export const foundCommunity = async (tx: Tx, founding: Founding): Promise<Founded> => {
  const { id: communityId, name, administrator, publicToken, now, newId } = founding;
  const community = {
    id: communityId,
    name,
    publicToken,
    oneHead: false,
    rules: {},
    matterNumbers: {},
    createdAt: now,
  };
  await tx.insert(tx.t.communities).values(community);
  const areaId = await placeChain(tx, founding);
  const bodies = Object.entries(standingBodies).map(([kind, title]) => ({
    communityId,
    id: newId(),
    kind,
    name: title,
    areaId: null,
  }));
  await tx.insert(tx.t.bodies).values(bodies);
  const administratorId = newId();
  const { accountId = null, phone = null } = administrator;
  await createResidents(tx, [
    { communityId, id: administratorId, accountId, name: administrator.name, phone, createdAt: now },
  ]);
  const duty = { communityId, id: newId(), kind: 'administrator', residentId: administratorId, areaId: null };
  await tx.insert(tx.t.duties).values({ ...duty, from: dayAt(now), until: null, endReason: '' });
  if (phone !== null && accountId === null) await bindKnownAccount(tx, communityId, phone, now, newId);
  const body = { name, administratorId };
  await writeLog(tx, newId, {
    communityId,
    at: now,
    byId: null,
    kind: 'community-founded',
    subjectId: communityId,
    body,
  });
  await standingChanged(tx, communityId, null, now);
  const byKind = Object.fromEntries(bodies.map(({ kind, id }) => [kind, id])) as Record<StandingBody, string>;
  return { communityId, areaId, administratorId, bodies: byKind };
};
