const hex = (text: string): string => {
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
};

/** At most this many characters of width one fit a line; Chinese ones count double. */
const lineWidth = 76;

const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (/[!-~ ]/.test(char) ? 1 : 2), 0);

/** Breaks between Chinese characters anywhere, never inside a number or a Latin word. */
const wrap = (text: string): string[] => {
  const lines: string[] = [];
  let current = '';
  for (const piece of text.match(/[!-~]+|[^!-~]/gu) ?? []) {
    if (widthOf(current) + widthOf(piece) > lineWidth && !/^[，。：；、）”》？！]/.test(piece)) {
      lines.push(current);
      current = '';
    }
    current += piece;
  }
  return [...lines, current];
};

/**
 * One A4 page of plain text as a PDF. The font is one of the Chinese fonts that readers know without its being embedded (Adobe
 * Song, UniGB-UCS2-H), so the file stays a few kilobytes.
 */
export const writePdf = (title: string, paragraphs: readonly string[]): Buffer => {
  const lines = paragraphs.flatMap((paragraph) => [...wrap(paragraph), '']);
  const body = [
    'BT /F1 20 Tf 72 760 Td',
    `${hex(title)} Tj`,
    '/F1 12 Tf 0 -42 Td 20 TL',
    ...lines.map((text) => `${hex(text)} Tj T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${body.length} >>\nstream\n${body}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, i) => {
    offsets.push(file.length);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};
