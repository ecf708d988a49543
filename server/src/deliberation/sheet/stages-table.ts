import type { PublicDisclosure } from '@bandeng/shared/deliberation/schemas.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { html, type Html } from '../../platform/sheet/html.ts';
import type { SheetTexts } from './texts.ts';

type Stage = PublicDisclosure['stages'][number];

const ruleOf = (rule: Stage['quorum'], t: SheetTexts): string => {
  const share = `${rule.numerator}/${rule.denominator}`;
  return (rule.strict ? t.more : t.least)(share, t.bases[rule.base]);
};

/** Every passed meeting with all its numbers, the least that was needed, and the article it rests on. */
export const renderStages = (view: PublicDisclosure, t: SheetTexts, language: 'zh' | 'en'): Html | null => {
  if (view.stages.length === 0) return null;
  const rows = view.stages.map(({ stageId, bodyName, closedAt, secret, quorum, pass, outcome }) => {
    const numbers = [
      [t.due, outcome.due],
      [t.present, outcome.present],
      [t.yes, outcome.yes],
      [t.no, outcome.no],
      [t.abstain, outcome.abstain],
    ] as const;
    const sources = [...new Set([quorum.law[language], pass.law[language]])].join(language === 'zh' ? '；' : '; ');
    return html`<tr><td class="stage">${t.stages[stageId]}<span class="small">${bodyName}<br>${dayAt(closedAt)} · ${secret ? t.secret : t.open}</span></td>
${numbers.map(([name, value]) => html`<td class="number" data-name="${name}">${value}</td>`)}
<td><span class="ok">✓</span> ${t.quorum(ruleOf(quorum, t))}${t.needs(outcome.quorumNeeded)}<br>
<span class="ok">✓</span> ${t.pass(ruleOf(pass, t))}${t.needs(outcome.passNeeded)}
<span class="small">${sources}${outcome.excused === 0 ? null : html`<br>${t.excusedNote(outcome.excused)}`}</span></td></tr>
`;
  });
  return html`<h2>${t.stagesTitle}</h2>
<table class="stages"><thead><tr><th>${t.stage}</th>${[t.due, t.present, t.yes, t.no, t.abstain].map(
    (name) => html`<th class="number">${name}</th>`,
  )}<th>${t.rule}</th></tr></thead><tbody>
${rows}</tbody></table>`;
};
