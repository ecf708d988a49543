import type { InferSelectModel } from 'drizzle-orm';
import type { Schema } from '../platform/store/schema.ts';

export type MatterRow = InferSelectModel<Schema['matters']>;
export type VersionRow = InferSelectModel<Schema['matterVersions']>;
export type SessionRow = InferSelectModel<Schema['sessions']>;
export type RollRow = InferSelectModel<Schema['rollEntries']>;
export type OpenBallotRow = InferSelectModel<Schema['openBallots']>;
