import { encode } from 'uqr';
import { Html } from './html.ts';

/** A QR code as one vector path, with the quiet zone of four modules that readers need. */
export const drawQr = (text: string, label: string): Html => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const safe = label.replace(/[&<>"]/g, '');
  return new Html(
    `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${safe}" shape-rendering="crispEdges">` +
      `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#1F2328"/></svg>`,
  );
};
