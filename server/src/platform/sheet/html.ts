const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that is safe to put into a page as it is. */
export class Html {
  constructor(readonly markup: string) {}
}

export type Piece = Html | string | number | null | readonly Piece[];

const toMarkup = (piece: Piece): string => {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === 'string') return piece.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
  if (typeof piece === 'number') return String(piece);
  return piece.map(toMarkup).join('');
};

/** A template whose every value is escaped, unless it is itself made by this template. */
export const html = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(texts.reduce((page, text, i) => page + toMarkup(pieces[i - 1] ?? null) + text));

/** Text of several lines: a blank line ends a paragraph, a single break stays a break. */
export const paragraphs = (text: string): Html[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => {
      const lines = part.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`));
      return html`<p>${lines}</p>`;
    });
