import { createHash } from 'node:crypto';

/** Sizes are in rem; the root grows by √2 for A3, so both papers carry the same page. */
const papers = {
  a4: { size: 'A4', root: '10.5pt', width: '210mm', height: '297mm' },
  a3: { size: 'A3', root: '14.8pt', width: '297mm', height: '420mm' },
} as const;

export type Paper = keyof typeof papers;

const styleOf = ({ size, root, width, height }: (typeof papers)[Paper]): string => `
@page { size: ${size}; margin: 12mm 15mm 11mm; }
:root { --ink: #1F2328; --ink-2: #4B515A; --line: #D9D0C2; --brick: #B23A26; --bamboo: #25734F; font-size: ${root}; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; line-height: 1.5; font-variant-numeric: tabular-nums;
  font-family: "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
html:lang(en) body { font-family: "Helvetica Neue", Arial, "DejaVu Sans", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1, h2, p, ol, table { margin: 0; }
.hint { display: none; }
.masthead { display: flex; gap: 1.2rem; align-items: flex-start; border-top: .28rem solid var(--brick);
  border-bottom: 1px solid var(--line); padding: .7rem 0 .8rem; }
.masthead .words { flex: 1; min-width: 0; }
.masthead .board { display: flex; flex-wrap: wrap; gap: 0 1rem; color: var(--ink-2); font-size: .86rem; }
.masthead .board b { color: var(--brick); font-weight: 600; }
h1 { font-size: 2.05rem; line-height: 1.25; margin-top: .35rem; font-weight: 700; text-wrap: balance; }
.kind { display: flex; align-items: center; gap: .9rem; margin-top: .35rem; font-size: 1.15rem; font-weight: 600; }
.seal { height: 3.1rem; flex: none; }
.code { flex: none; width: 7.6rem; text-align: center; font-size: .72rem; line-height: 1.35; color: var(--ink-2); }
.qr { display: block; width: 7.6rem; height: 7.6rem; margin-bottom: .15rem; }
.period { background: #FBEAE5; border-radius: .5rem; padding: .55rem .9rem; margin-top: .8rem; break-inside: avoid; }
.period strong { font-size: 1.15rem; font-weight: 700; }
.period span { color: var(--brick); font-weight: 600; margin-right: .7rem; }
.period p { font-size: .78rem; color: var(--ink-2); margin-top: .1rem; }
h2 { font-size: 1.05rem; font-weight: 700; margin: .9rem 0 .3rem; padding-left: .6rem; border-left: .25rem solid var(--brick);
  line-height: 1.25; break-after: avoid; }
.text p { text-align: justify; orphans: 3; widows: 3; }
.text p + p { margin-top: .35rem; }
.text.zh p { text-indent: 2em; }
.text.notice { margin-top: 1.1rem; font-size: 1.45rem; line-height: 1.7; }
.text.notice p { text-align: left; }
.text.notice.zh p { text-indent: 0; }
table { width: 100%; border-collapse: collapse; font-size: .88rem; }
th { font-weight: 600; text-align: left; color: var(--ink-2); font-size: .8rem; border-bottom: 1.5px solid var(--ink); padding: .2rem .35rem; }
td { border-bottom: 1px solid var(--line); padding: .26rem .35rem; vertical-align: top; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.number { text-align: right; white-space: nowrap; }
.day { white-space: nowrap; }
.stage { white-space: nowrap; font-weight: 600; }
.small { display: block; font-size: .74rem; color: var(--ink-2); font-weight: 400; line-height: 1.4; }
.ok { color: var(--bamboo); font-weight: 700; }
.total td { font-weight: 700; border-bottom: 1.5px solid var(--ink); }
.objection { border-bottom: 1px solid var(--line); padding: .35rem 0; font-size: .9rem; break-inside: avoid; }
.objection b { color: var(--ink-2); font-weight: 600; margin-right: .4rem; }
.objection .late { color: var(--brick); font-weight: 700; }
.stars { color: #8A5A00; letter-spacing: .1em; margin-right: .5rem; }
.how { border: 1.5px solid var(--line); border-radius: .5rem; padding: .6rem .9rem .65rem; margin-top: .85rem; break-inside: avoid; }
.how strong { color: var(--brick); }
.how ol { padding-left: 1.4em; margin-top: .15rem; font-size: .9rem; }
.issuer { text-align: right; margin-top: .7rem; break-inside: avoid; }
footer { margin-top: .6rem; padding-top: .35rem; border-top: 1px solid var(--line); font-size: .7rem; color: var(--ink-2); break-inside: avoid; }
footer code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
@media print { body { line-height: 1.45; } }
@media screen {
  html { background: #E8E2D8; }
  body { background: none; padding: 1.5rem .75rem 3rem; }
  .hint { display: block; max-width: ${width}; margin: 0 auto 1rem; color: var(--ink-2); font-size: .85rem; }
  main { background: #fff; max-width: ${width}; min-height: ${height}; margin: 0 auto; padding: 12mm 15mm 11mm; box-shadow: 0 2px 24px #0002; }
}
@media screen and (max-width: 48rem) {
  main { padding: 1rem; min-height: 0; }
  .stages, .stages tbody, .stages tr, .stages td { display: block; border: 0; }
  .stages thead { display: none; }
  .stages tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
  .stages td { padding: 0 .35rem; }
  .stages td.number { display: inline-block; text-align: left; margin-right: .6rem; }
  .stages td.number::before { content: attr(data-name) " "; color: var(--ink-2); }
  h1 { font-size: 1.5rem; }
  .text p { text-align: left; }
  .qr, .code { width: 6rem; }
  .qr { height: 6rem; }
}
`;

const make = (paper: Paper) => {
  const css = styleOf(papers[paper]);
  return { css, hash: `'sha256-${createHash('sha256').update(css).digest('base64')}'` };
};

/** Style sheet of each paper, with the digest by which the content security policy lets exactly it through. */
export const styles = { a4: make('a4'), a3: make('a3') } as const satisfies Record<
  Paper,
  { css: string; hash: string }
>;
