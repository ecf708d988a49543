import { Type } from 'typebox';
import { roles } from '../community/vocabulary.ts';
import { Count, Done, FileRef, Id, Ms, Nullable, OneOf } from '../kernel/shapes.ts';

const WeChatCode = Type.String({ minLength: 1, maxLength: 256 });
/** Four digits that the web page and the confirming screen show alike. */
const CheckCode = Type.String({ pattern: '^[0-9]{4}$' });
const Secret = Type.String({ pattern: '^[A-Za-z0-9_-]{20,128}$' });

/** One community that an account belongs to, and what the person is there. */
export const MembershipRow = Type.Object({
  communityId: Id,
  communityName: Type.String(),
  residentId: Id,
  name: Type.String(),
  roles: Type.Array(OneOf(roles)),
});

/** Versions of the text on personal data: the one in force, and the one agreed to last with its time; null for none. */
export const PrivacyConsent = Type.Object({
  version: Count,
  agreed: Nullable(Count),
  agreedAt: Nullable(Ms),
  /** When the phone number was given, where it still is. */
  phoneAgreedAt: Nullable(Ms),
});

export const Me = Type.Object({
  id: Id,
  name: Type.String(),
  /** '138****5678', or null before a number was given. */
  phone: Nullable(Type.String()),
  privacy: PrivacyConsent,
  communities: Type.Array(MembershipRow),
});

export const SignedIn = Type.Object({
  accessToken: Type.String(),
  accessExpiresAt: Ms,
  refreshToken: Type.String(),
  refreshExpiresAt: Ms,
  accountId: Id,
});

/** `role` is the part that the account plays in the demonstration. */
export const DemoAccount = Type.Object({ id: Id, name: Type.String(), role: Type.String() });

/** What was kept of an upload. Pictures are drawn anew, so that size and hash differ from those of the file that was sent. */
export const StoredFile = Type.Object({
  ...FileRef.properties,
  sha256: Type.String(),
  /** Pixels of a picture as it is seen upright; null for what is none. */
  width: Nullable(Count),
  height: Nullable(Count),
  /** Of a recording, in ms. */
  durationMs: Nullable(Count),
});

export const platformSchemas = {
  health: {
    reply: Type.Object({ status: Type.Literal('ok'), engine: OneOf(['sqlite', 'postgres']), demo: Type.Boolean() }),
  },
  me: { reply: Me },
  /** `confirm` says that the person was asked: what goes cannot be brought back. */
  deleteAccount: { body: Type.Object({ confirm: Type.Literal('delete-my-account') }), reply: Done },
  consentToPrivacy: { body: Type.Object({ version: Count }), reply: Me },
  /** `consent`: version of the text that the person has just agreed to; whoever agreed earlier need not say so again. */
  wechatLogin: { body: Type.Object({ code: WeChatCode, consent: Type.Optional(Count) }), reply: SignedIn },
  /** `consent`: version of the text under which this very number is given. */
  bindPhone: { body: Type.Object({ code: WeChatCode, consent: Count }), reply: Me },
  demoAccounts: { reply: Type.Object({ items: Type.Array(DemoAccount) }) },
  demoLogin: { body: Type.Object({ id: Id }), reply: SignedIn },
  refresh: { body: Type.Object({ refreshToken: Secret }), reply: SignedIn },
  logout: { reply: Done },
  startWebLogin: {
    reply: Type.Object({ id: Id, pollSecret: Type.String(), qr: Type.String(), code: CheckCode, expiresAt: Ms }),
  },
  getWebLogin: { reply: Type.Object({ code: CheckCode, expiresAt: Ms }) },
  pollWebLogin: {
    body: Type.Object({ pollSecret: Secret }),
    reply: Type.Object({ status: OneOf(['waiting', 'confirmed']), signedIn: Nullable(SignedIn) }),
  },
  confirmWebLogin: { reply: Done },
  uploadFile: { reply: StoredFile },
  /** `small`: a picture within 480 × 480 pixels, for lists; other files come whole. */
  downloadFile: { query: Type.Object({ size: Type.Optional(OneOf(['small'])) }), reply: Type.Any() },
};

export type PlatformSchemas = typeof platformSchemas;
