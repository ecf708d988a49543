import { html, type Html } from '../../platform/sheet/html.ts';

/** The mark of a stage that is done, pressed slightly askew. Not an official stamp: square-cut, and it names no office. */
export const drawSeal = (text: string): Html => {
  const wide = /\p{Script=Han}/u.test(text) ? 30 : 15;
  const width = text.length * wide + 36;
  return html`<svg class="seal" viewBox="-6 -14 ${width + 12} 84" role="img" aria-label="${text}">
    <g transform="rotate(-6 ${width / 2} 28)">
      <rect x="2" y="2" width="${width - 4}" height="52" rx="9" fill="none" stroke="#B23A26" stroke-width="4"/>
      <rect x="8" y="8" width="${width - 16}" height="40" rx="5" fill="none" stroke="#B23A26" stroke-width="1.2"/>
      <text x="${width / 2}" y="38" text-anchor="middle" font-size="26" font-weight="700" fill="#B23A26"
        textLength="${width - 40}" lengthAdjust="spacing">${text}</text>
    </g>
  </svg>`;
};
