import type { Tx } from '../platform/store/store.ts';

export interface NewResident {
  readonly communityId: string;
  readonly id: string;
  readonly name: string;
  readonly accountId?: string | null;
  readonly phone?: string | null;
  readonly partyMember?: boolean;
  readonly birthDay?: string | null;
  readonly createdAt: number;
}

export const createResidents = async (tx: Tx, people: readonly NewResident[]): Promise<void> => {
  if (people.length === 0) return;
  await tx.insert(tx.t.residents).values(
    people.map(({ accountId = null, phone = null, partyMember = false, birthDay = null, ...person }) => ({
      ...person,
      accountId,
      phone,
      partyMember,
      birthDay,
      alias: '',
    })),
  );
};
