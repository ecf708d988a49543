import type { Kit } from '../store/kit.ts';

export const defineAuthTables = (k: Kit) => {
  /** A person who can sign in. `demo` names the part that a demonstration account plays, else null. */
  const accounts = k.table(
    'accounts',
    {
      id: k.id().primaryKey(),
      openid: k.text(),
      unionid: k.text(),
      phone: k.text(),
      name: k.text().notNull(),
      demo: k.text(),
      /** Version of the text on personal data that the person agreed to last; 0 for none. */
      privacyVersion: k.int().notNull().default(0),
      createdAt: k.int().notNull(),
    },
    (t) => [k.unique('accounts_openid').on(t.openid), k.unique('accounts_demo').on(t.demo), k.index('accounts_phone').on(t.phone)],
  );
  /** Who agreed to which text on personal data, and when. Kept as proof, also after the person withdrew it by leaving. */
  const privacyConsents = k.table(
    'privacy_consents',
    {
      accountId: k.id().notNull(),
      /** `processing` | `phone` */
      kind: k.text().notNull(),
      version: k.int().notNull(),
      at: k.int().notNull(),
      withdrawnAt: k.int(),
    },
    (t) => [k.pk({ columns: [t.accountId, t.kind, t.version] })],
  );
  /** One sign-in on one device: the family that its rotating refresh tokens belong to. */
  const signIns = k.table(
    'sign_ins',
    {
      id: k.id().primaryKey(),
      accountId: k.id().notNull(),
      channel: k.text().notNull(),
      at: k.int().notNull(),
      expiresAt: k.int().notNull(),
      revokedAt: k.int(),
      revokedFor: k.text(),
    },
    (t) => [k.index('sign_ins_account').on(t.accountId), k.index('sign_ins_expiry').on(t.expiresAt)],
  );
  /** Only the SHA-256 of a refresh token is kept. `usedBy` is the command id that rotated it. */
  const refreshTokens = k.table(
    'refresh_tokens',
    {
      hash: k.text().primaryKey(),
      signInId: k.id().notNull(),
      issuedAt: k.int().notNull(),
      usedAt: k.int(),
      usedBy: k.text(),
    },
    (t) => [k.index('refresh_tokens_sign_in').on(t.signInId)],
  );
  /** A sign-in of a web page that waits for a mini-program to confirm it. */
  const webLogins = k.table(
    'web_logins',
    {
      id: k.id().primaryKey(),
      pollHash: k.text().notNull(),
      accountId: k.id(),
      taken: k.bool().notNull(),
      expiresAt: k.int().notNull(),
    },
    (t) => [k.index('web_logins_expiry').on(t.expiresAt)],
  );
  /** Access tokens of outside services, shared by all server processes. */
  const outsideTokens = k.table('outside_tokens', {
    service: k.text().primaryKey(),
    token: k.text().notNull(),
    expiresAt: k.int().notNull(),
  });
  return { accounts, privacyConsents, signIns, refreshTokens, webLogins, outsideTokens };
};
