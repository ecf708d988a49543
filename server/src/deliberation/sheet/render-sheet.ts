import { noticeDay } from '@bandeng/shared/deliberation/notice-day.ts';
import type { PublicDisclosure } from '@bandeng/shared/deliberation/schemas.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { formatFen } from '@bandeng/shared/kernel/money.ts';
import { html, Html, paragraphs } from '../../platform/sheet/html.ts';
import { drawQr } from '../../platform/sheet/qr.ts';
import { drawSeal } from './seal.ts';
import { renderStages } from './stages-table.ts';
import { styles, type Paper } from '../../platform/sheet/style.ts';
import { sheetTexts, type SheetTexts } from './texts.ts';

export type SheetLanguage = keyof typeof sheetTexts;

const renderProgress = ({ progress, spentFen }: PublicDisclosure, t: SheetTexts): Html | null =>
  progress.length === 0
    ? null
    : html`<h2>${t.progressTitle}</h2>
<table><thead><tr><th>${t.day}</th><th>${t.item}</th><th>${t.payee}</th><th class="number">${t.amount}</th></tr></thead><tbody>
${progress.map(
  (one) => html`<tr><td class="day">${one.day}</td><td>${t.progressKinds[one.kind]} · ${one.title}${
    one.text === '' ? null : html`<span class="small">${one.text}</span>`
  }</td><td>${one.payee}</td><td class="number">${one.amountFen === null ? null : formatFen(one.amountFen)}</td></tr>
`,
)}<tr class="total"><td colspan="3">${t.total}</td><td class="number">${formatFen(spentFen)}</td></tr></tbody></table>`;

const renderRatings = ({ ratings, disclosure }: PublicDisclosure, t: SheetTexts): Html | null => {
  if (disclosure.stageId !== 'publish-outcome') return null;
  if (ratings.count === 0) return html`<h2>${t.ratingTitle}</h2><p>${t.noRating}</p>`;
  // Integers only: tenths of a star, rounded half up.
  const tenths = Math.floor((ratings.stars * 20 + ratings.count) / (ratings.count * 2));
  const full = Math.round(tenths / 10);
  const average = `${Math.floor(tenths / 10)}.${tenths % 10}`;
  return html`<h2>${t.ratingTitle}</h2><p><span class="stars">${'★'.repeat(full)}${'☆'.repeat(5 - full)}</span>${t.rating(average, ratings.count)}</p>`;
};

const renderObjections = ({ objections, disclosure }: PublicDisclosure, t: SheetTexts): Html | null => {
  if (objections.length === 0) {
    return disclosure.stageId === 'publish-resolution'
      ? html`<h2>${t.objectionsTitle}</h2><p>${t.noObjections}</p>`
      : null;
  }
  return html`<h2>${t.objectionsTitle}</h2>${objections.map(
    (
      one,
    ) => html`<div class="objection"><div><b>${t.objection} · ${one.by.label} · ${dayAt(one.filedAt)}</b>${one.text}</div>
<div><b>${t.answer}</b>${one.answer ?? t.waiting(dayAt(one.dueAt - 1))}${one.overdue ? html` <span class="late">${t.overdue}</span>` : null}${
      one.upheld ? html` <span class="late">${t.upheld}</span>` : null
    }</div></div>
`,
  )}`;
};

const sealOf = ({ disclosure }: PublicDisclosure, t: SheetTexts): string =>
  disclosure.stageId === 'publish-outcome' && disclosure.status === 'passed'
    ? t.seals.closed
    : t.seals[disclosure.status];

/**
 * The sheet that is printed and put up on the notice board: one self-contained page without scripts.
 * @param view already masked
 * @param lawOfDays what the length of the notice rests on
 * @param answerDays within how many days an objection is answered
 */
export const renderSheet = (
  view: PublicDisclosure,
  options: { language: SheetLanguage; paper: Paper; lawOfDays: { zh: string; en: string }; answerDays: number },
): string => {
  const t = sheetTexts[options.language];
  const { head, disclosure, communityName, recordHead } = view;
  const outcome = disclosure.stageId === 'publish-outcome';
  return html`<!doctype html>
<html lang="${t.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${head.title} · ${t.kinds[disclosure.stageId]}</title>
<style>${new Html(styles[options.paper].css)}</style></head><body>
<p class="hint">${t.printHint}</p>
<main>
<header class="masthead"><div class="words">
<div class="board"><b>${communityName} · ${t.board}</b><span>${t.number} ${head.number}</span><span>${t.method}</span><span>${t.version(disclosure.version)}</span></div>
<h1>${head.title}</h1>
<div class="kind">${t.kinds[disclosure.stageId]}${drawSeal(sealOf(view, t))}</div>
</div><div class="code">${drawQr(view.pageUrl, t.scanAlt)}${t.scan}</div></header>
<section class="period"><span>${t.period}</span><strong>${t.periodDays(t.date(disclosure.firstDay), t.date(disclosure.lastDay), noticeDay(disclosure, disclosure.publishedAt).days)}</strong>
<p>${t.periodLaw(options.lawOfDays[options.language])}</p></section>
<h2>${t.content}</h2>
<div class="text ${options.language}">${paragraphs(disclosure.text)}${
    head.budgetFen === null ? null : html`<p>${t.budget(formatFen(head.budgetFen))}</p>`
  }</div>
${outcome ? [renderProgress(view, t), renderRatings(view, t)] : null}
${renderStages(view, t, options.language)}
${outcome ? null : renderProgress(view, t)}
${renderObjections(view, t)}
<section class="how"><strong>${t.howTitle}</strong><ol>${(outcome ? t.howOutcome : t.how(options.answerDays)).map((line) => html`<li>${line}</li>`)}</ol></section>
<div class="issuer">${t.issuer(communityName)}<br>${t.date(dayAt(disclosure.publishedAt))}</div>
<footer>${t.masked}<br>${t.chain(recordHead.length, '')}<code>${recordHead.hash}</code></footer>
</main></body></html>
`.markup;
};
