import type { InferSelectModel } from 'drizzle-orm';
import type { Schema } from '../platform/store/schema.ts';

export type OutboxRow = InferSelectModel<Schema['outbox']>;
