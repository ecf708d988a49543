import type { Notice, NoticeInput } from '@bandeng/shared/bulletin/schemas.ts';
import { refuseTimes } from '@bandeng/shared/bulletin/status.ts';
import { openPlaces } from '@bandeng/shared/bulletin/templates.ts';
import type { NoticeCategory } from '@bandeng/shared/bulletin/vocabulary.ts';
import type { FileItem } from '@/ui/file-list';

/** A notice as it is typed. */
export interface NoticeForm {
  readonly category: NoticeCategory;
  readonly title: string;
  readonly body: string;
  readonly files: readonly FileItem[];
  readonly areaIds: readonly string[];
  readonly bodyIds: readonly string[];
  readonly needsAck: boolean;
  readonly expires: boolean;
  readonly expiresAt: number | null;
}

export const emptyNotice: NoticeForm = {
  category: 'utilities',
  title: '',
  body: '',
  files: [],
  areaIds: [],
  bodyIds: [],
  needsAck: true,
  expires: false,
  expiresAt: null,
};

export const formOfNotice = (notice: Notice): NoticeForm => ({
  category: notice.category,
  title: notice.title,
  body: notice.body,
  files: notice.files,
  areaIds: notice.scope.areas.map(({ id }) => id),
  bodyIds: notice.scope.bodies.map(({ id }) => id),
  needsAck: notice.needsAck,
  expires: notice.expiresAt !== null,
  expiresAt: notice.expiresAt,
});

/** Emergencies always ask for an acknowledgement. */
export const asksAck = ({ category, needsAck }: Pick<NoticeForm, 'category' | 'needsAck'>): boolean =>
  needsAck || category === 'urgent';

export const inputOf = (form: NoticeForm): NoticeInput => ({
  category: form.category,
  title: form.title.trim(),
  body: form.body.trim(),
  fileIds: form.files.map(({ id }) => id),
  areaIds: [...form.areaIds],
  bodyIds: [...form.bodyIds],
  needsAck: asksAck(form),
  expiresAt: form.expires ? form.expiresAt : null,
});

export type NoticeFault = 'title' | 'body' | 'scope' | 'expiry' | 'places';

/** What a draft needs to be kept. */
export const findDraftFaults = (form: NoticeForm): NoticeFault[] => [
  ...(form.title.trim() === '' ? (['title'] as const) : []),
  ...(form.body.trim() === '' ? (['body'] as const) : []),
  ...(form.expires && form.expiresAt === null ? (['expiry'] as const) : []),
];

/** What it needs beyond that to go out. */
export const findNoticeFaults = (form: NoticeForm, now: number): NoticeFault[] => {
  const early = form.expires && form.expiresAt !== null && form.expiresAt <= now;
  return [
    ...findDraftFaults(form),
    ...(early ? (['expiry'] as const) : []),
    ...(openPlaces(form.title + form.body).length > 0 ? (['places'] as const) : []),
    ...(form.areaIds.length + form.bodyIds.length === 0 ? (['scope'] as const) : []),
  ];
};

/** Why a notice cannot go out at a time; null when it can. `at` is null for now. */
export const findTimeFault = (form: NoticeForm, at: number | null, now: number) =>
  refuseTimes({ at, expiresAt: form.expires ? form.expiresAt : null }, now);
