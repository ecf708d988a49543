import { platformApi } from '@bandeng/shared/platform/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { create } from 'zustand';
import { ApiError } from './api-error';
import { makeCommandId } from './command-id';
import { oneTabAtATime } from './one-tab';
import { forget, readStored, store } from './storage';
import { send } from './transport';

export type SignedIn = Reply<typeof platformApi.refresh>;
export type Me = Reply<typeof platformApi.me>;
export type Membership = Me['communities'][number];

interface Session {
  readonly tokens: SignedIn | null;
  /** Null until the account has been fetched; kept on the device so that a start without network shows something. */
  readonly me: Me | null;
  /** The community whose pages are shown. */
  readonly communityId: string | null;
}

export const useSession = create<Session>()(() => ({
  tokens: readStored<SignedIn>('tokens'),
  me: readStored<Me>('me'),
  communityId: readStored<string>('community'),
}));

export const currentToken = (): string | null => useSession.getState().tokens?.accessToken ?? null;

const leaving = new Set<() => void>();
/** Runs when the signed-in person changes: caches and sockets of the old one end here. */
export const onLeave = (listener: () => void): void => void leaving.add(listener);

export const keepTokens = (tokens: SignedIn): void => {
  const before = useSession.getState().tokens;
  if (before !== null && before.accountId !== tokens.accountId) endSession();
  store('tokens', tokens);
  useSession.setState({ tokens });
};

/** Forgets the person on this device; telling the server is `signOut`. */
export const endSession = (): void => {
  forget('tokens');
  forget('me');
  forget('community');
  useSession.setState({ tokens: null, me: null, communityId: null });
  leaving.forEach((listener) => listener());
};

export const chooseCommunity = (communityId: string): void => {
  store('community', communityId);
  useSession.setState({ communityId });
};

export const keepMe = (me: Me): void => {
  store('me', me);
  const chosen = useSession.getState().communityId;
  const still = me.communities.some((c) => c.communityId === chosen);
  const communityId = still ? chosen : (me.communities[0]?.communityId ?? null);
  if (communityId !== null) store('community', communityId);
  useSession.setState({ me, communityId });
};

let renewing: Promise<string | null> | null = null;

/** A renewal whose answer was lost is repeated under its own id: under another one it would count as theft. */
let renewal: { readonly refreshToken: string; readonly commandId: string } | null = null;

const renewalOf = async (refreshToken: string): Promise<string> => {
  if (renewal?.refreshToken !== refreshToken) renewal = { refreshToken, commandId: await makeCommandId() };
  return renewal.commandId;
};

const renew = async (refreshToken: string): Promise<string | null> => {
  const { method, path: address } = platformApi.refresh;
  try {
    const header = { 'idempotency-key': await renewalOf(refreshToken) };
    const tokens = (await send({ method, address, header, body: { refreshToken }, timeoutMs: 15_000 })) as SignedIn;
    // Somebody may have signed out, or in as another, while the answer was under way.
    if (useSession.getState().tokens?.refreshToken !== refreshToken) return currentToken();
    keepTokens(tokens);
    return tokens.accessToken;
  } catch (error) {
    if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429) endSession();
    return null;
  }
};

/** Another tab of the same browser may have exchanged it meanwhile: sending it again would end the sign-in of both. */
const exchange = async (expired: string): Promise<string | null> => {
  const { tokens } = useSession.getState();
  if (tokens === null || tokens.accessToken !== expired) return currentToken();
  const kept = readStored<SignedIn>('tokens');
  if (kept !== null && kept.accountId === tokens.accountId && kept.accessToken !== expired) {
    useSession.setState({ tokens: kept });
    return kept.accessToken;
  }
  return renew(tokens.refreshToken);
};

/**
 * Exchanges the refresh token, once for all callers: it rotates, and a second use would count as theft.
 * @param expired the access token that was refused; when another one is in place already, that one is returned
 * @returns the new access token, or null when the person must sign in again or the server cannot be reached
 */
export const refreshTokens = (expired: string): Promise<string | null> => {
  const { tokens } = useSession.getState();
  if (tokens === null) return Promise.resolve(null);
  if (tokens.accessToken !== expired) return Promise.resolve(tokens.accessToken);
  renewing ??= oneTabAtATime(() => exchange(expired)).finally(() => {
    renewing = null;
  });
  return renewing;
};

/** The membership of the community on screen, or null for a visitor. */
export const useMembership = (): Membership | null =>
  useSession((s) => s.me?.communities.find((c) => c.communityId === s.communityId) ?? null);
