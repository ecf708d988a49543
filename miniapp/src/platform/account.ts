import { platformApi } from '@bandeng/shared/platform/api.ts';
import { call } from './request';
import { makeCommandId } from './command-id';
import { endSession, keepMe, keepTokens, useSession, type Me, type SignedIn } from './session';

/** Fetches the own account and memberships; nothing for a visitor. */
export const loadMe = async (): Promise<Me | null> => {
  if (useSession.getState().tokens === null) return null;
  const me = await call(platformApi.me, {});
  keepMe(me);
  return me;
};

/** What every way of signing in ends with. */
export const enter = async (tokens: SignedIn): Promise<void> => {
  keepTokens(tokens);
  await loadMe();
};

/** Revokes on the server when it can be reached, and always on this device. */
export const signOut = async (): Promise<void> => {
  try {
    await call(platformApi.logout, {}, await makeCommandId());
  } catch {
    // offline or already revoked: the tokens expire by themselves
  }
  endSession();
};
