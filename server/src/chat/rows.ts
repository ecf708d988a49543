import type { Schema } from '../platform/store/schema.ts';

export type MessageRow = Schema['messages']['$inferSelect'];
