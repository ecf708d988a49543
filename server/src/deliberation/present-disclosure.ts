import type {
  DisclosureView,
  ObjectionView,
  ProgressView,
  RatingSummary,
} from '@bandeng/shared/deliberation/schemas.ts';
import type { InferSelectModel } from 'drizzle-orm';
import type { Schema } from '../platform/store/schema.ts';
import type { Files } from './load-files.ts';
import type { People } from './load-people.ts';

export type DisclosureRow = InferSelectModel<Schema['disclosures']>;
export type ObjectionRow = InferSelectModel<Schema['objections']>;
export type ProgressRow = InferSelectModel<Schema['progressEntries']>;

export const presentDisclosure = (row: DisclosureRow, files: Files): DisclosureView => ({
  id: row.id,
  stageId: row.stageId as DisclosureView['stageId'],
  version: row.version,
  status: row.status as DisclosureView['status'],
  title: row.title,
  text: row.text,
  publishedAt: row.publishedAt,
  firstDay: row.firstDay,
  lastDay: row.lastDay,
  endsAt: row.endsAt,
  days: row.days,
  endedAt: row.endedAt,
  publicToken: row.publicToken,
  attachments: files(row.fileIds),
});

/** `overdue` is the flag that the timer set, not a comparison with the clock: snapshot and events must agree. */
export const presentObjection = (row: ObjectionRow, people: People): ObjectionView => ({
  id: row.id,
  disclosureId: row.disclosureId,
  by: people(row.byId),
  text: row.text,
  filedAt: row.filedAt,
  dueAt: row.dueAt,
  answer: row.answer,
  answeredBy: row.answeredBy === null ? null : people(row.answeredBy).name,
  answeredAt: row.answeredAt,
  overdue: row.overdue,
  upheld: row.upheld,
  backTo: row.backTo as ObjectionView['backTo'],
});

export const presentProgress = (row: ProgressRow, people: People, files: Files): ProgressView => ({
  id: row.id,
  kind: row.kind as ProgressView['kind'],
  title: row.title,
  text: row.text,
  day: row.day,
  amountFen: row.amountFen,
  payee: row.payee,
  by: people(row.byId).name,
  at: row.at,
  photos: files(row.fileIds),
});

/** @param counted how many gave each number of stars */
export const presentRatings = (counted: readonly { stars: number; count: number }[]): RatingSummary => {
  const byStars = [1, 2, 3, 4, 5].map((stars) => counted.find((one) => one.stars === stars)?.count ?? 0);
  return {
    count: byStars.reduce((sum, count) => sum + count, 0),
    stars: byStars.reduce((sum, count, i) => sum + count * (i + 1), 0),
    byStars,
  };
};

/** Money paid out so far, in fen. */
export const sumSpent = (rows: readonly Pick<ProgressRow, 'amountFen'>[]): number =>
  rows.reduce((sum, row) => sum + (row.amountFen ?? 0), 0);
