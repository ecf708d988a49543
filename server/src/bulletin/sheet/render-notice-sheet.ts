import type { PublicNotice } from '@bandeng/shared/bulletin/schemas.ts';
import { html, Html, paragraphs } from '../../platform/sheet/html.ts';
import { drawQr } from '../../platform/sheet/qr.ts';
import { styles } from '../../platform/sheet/style.ts';
import { noticeSheetTexts, type NoticeSheetTexts } from './texts.ts';

export type SheetLanguage = keyof typeof noticeSheetTexts;

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** '2026-11-21 20:00' in China Standard Time. */
const sayTime = (ms: number): string => {
  const local = new Date(ms + 28_800_000);
  const day = `${local.getUTCFullYear()}-${twoDigits(local.getUTCMonth() + 1)}-${twoDigits(local.getUTCDate())}`;
  return `${day} ${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}`;
};

const stateOf = ({ status }: PublicNotice, t: NoticeSheetTexts): string | null =>
  status === 'expired' || status === 'withdrawn' ? t.states[status] : null;

/** What is known about it, each a word and a value. */
const factsOf = (view: PublicNotice, t: NoticeSheetTexts): readonly (readonly [string, string])[] => [
  [t.to, view.scopeLabel],
  [t.published, sayTime(view.publishedAt)],
  ...(view.correctedAt === null ? [] : [[t.corrected(view.version), sayTime(view.correctedAt)] as const]),
  ...(view.expiresAt === null ? [] : [[t.expires, sayTime(view.expiresAt)] as const]),
];

/** Pictures are printed, two beside each other; of other files the sheet says the names. */
const drawFiles = ({ files }: PublicNotice, t: NoticeSheetTexts, fileUrl: (fileId: string) => string) => {
  const pictures = files.filter(({ type }) => type.startsWith('image/'));
  const others = files.filter(({ type }) => !type.startsWith('image/'));
  return html`${pictures.length === 0 ? null : html`<p>${pictures.map(({ id, name }) => html`<img src="${fileUrl(id)}" alt="${name}" width="${pictures.length === 1 ? 480 : 300}"> `)}</p>`}
${others.length === 0 ? null : html`<h2>${t.attachments}</h2><p>${others.map(({ name }) => name).join(t.lang === 'en' ? ', ' : '、')}</p>`}`;
};

interface Printed {
  readonly language: SheetLanguage;
  readonly pageUrl: string;
  readonly needsAck: boolean;
  readonly fileUrl: (fileId: string) => string;
}

/**
 * The sheet that is put up at the door of a house: one self-contained page without scripts, made for A4.
 * @param needsAck whether readers are asked to acknowledge
 * @param pageUrl what its code opens
 * @param fileUrl where a picture of it lies, for anyone who holds the code
 */
export const renderNoticeSheet = (
  view: PublicNotice,
  { language, pageUrl, needsAck, fileUrl }: Printed,
): string => {
  const t = noticeSheetTexts[language];
  const state = stateOf(view, t);
  return html`<!doctype html>
<html lang="${t.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${view.title} · ${view.communityName}</title>
<style>${new Html(styles.a4.css)}</style></head><body>
<p class="hint">${t.printHint}</p>
<main>
<header class="masthead"><div class="words">
<div class="board"><b>${view.communityName} · ${t.board}</b><span>${t.categories[view.category]}</span>${state === null ? null : html`<span>${state}</span>`}</div>
<h1>${view.title}</h1>
</div><div class="code">${drawQr(pageUrl, t.scanAlt)}${t.scan}</div></header>
<section class="period">${factsOf(view, t).map(([name, value]) => html`<div><span>${name}</span>${value}</div>`)}</section>
<div class="text notice ${language}">${view.status === 'withdrawn' ? html`<p>${t.withdrawn}</p>` : paragraphs(view.body)}</div>
${drawFiles(view, t, fileUrl)}
${view.withheldFiles === 0 ? null : html`<p>${t.withheld(view.withheldFiles)}</p>`}
<div class="issuer">${view.by}<br>${sayTime(view.correctedAt ?? view.publishedAt)}</div>
${needsAck && state === null ? html`<section class="how"><strong>${t.howTitle}</strong><ol>${t.how.map((line) => html`<li>${line}</li>`)}</ol></section>` : null}
<footer>${t.foot}</footer>
</main></body></html>
`.markup;
};
