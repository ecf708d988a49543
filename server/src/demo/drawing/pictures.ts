import { type Colour, makeCanvas } from './draw-png.ts';

const paper: Colour = [247, 244, 238];
const line: Colour = [217, 208, 194];
const brick: Colour = [178, 58, 38];
const bamboo: Colour = [37, 115, 79];
const amber: Colour = [217, 150, 43];
const slate: Colour = [74, 85, 104];

/** Bars of whole numbers, the highest to the top. */
export const drawBars = (values: readonly number[]): Buffer => {
  const canvas = makeCanvas(720, 440, paper);
  const most = Math.max(1, ...values);
  const step = Math.floor(640 / Math.max(1, values.length));
  for (let y = 60; y <= 380; y += 80) canvas.fill(40, y, 640, 1, line);
  values.forEach((value, i) => {
    const height = Math.floor((value * 320) / most);
    canvas.fill(
      40 + i * step + Math.floor(step / 5),
      380 - height,
      Math.floor((step * 3) / 5),
      height,
      [bamboo, amber, slate, brick][i % 4] ?? slate,
    );
  });
  canvas.fill(40, 380, 640, 3, slate);
  return canvas.toPng();
};

/** A flat roof seen from the side: stained and patched, or with a new covering. */
export const drawRoof = (repaired: boolean): Buffer => {
  const canvas = makeCanvas(720, 480, [214, 227, 236]);
  canvas.fill(60, 200, 600, 280, [226, 214, 196]);
  for (let x = 100; x < 620; x += 110) for (let y = 260; y < 440; y += 90) canvas.fill(x, y, 60, 50, [150, 178, 194]);
  canvas.fill(40, 170, 640, 34, repaired ? [62, 92, 84] : [139, 132, 122]);
  if (repaired) for (let x = 40; x < 680; x += 80) canvas.fill(x, 170, 3, 34, [96, 128, 118]);
  else {
    for (const [x, w, h] of [
      [120, 36, 90],
      [310, 54, 130],
      [520, 30, 70],
    ] as const)
      canvas.fill(x, 204, w, h, [168, 150, 124]);
    for (const x of [90, 240, 400, 560]) canvas.fill(x, 170, 26, 12, [86, 80, 74]);
  }
  return canvas.toPng();
};

/** A lift shaft beside a stairwell of six floors. */
export const drawLift = (): Buffer => {
  const canvas = makeCanvas(560, 640, [232, 238, 242]);
  canvas.fill(60, 60, 260, 560, [226, 214, 196]);
  canvas.fill(330, 40, 110, 580, [198, 210, 214]);
  canvas.fill(340, 50, 90, 560, [236, 242, 244]);
  for (let floor = 0; floor < 6; floor++) {
    const y = 80 + floor * 90;
    for (const x of [85, 170, 255]) canvas.fill(x, y, 45, 45, [150, 178, 194]);
    canvas.fill(320, y + 52, 110, 4, slate);
  }
  canvas.fill(350, 452, 70, 88, brick);
  canvas.fill(383, 452, 3, 88, paper);
  canvas.fill(0, 620, 560, 20, [176, 168, 152]);
  return canvas.toPng();
};

/** A voucher: a stamped sheet with lines where the words are. */
export const drawVoucher = (seed: number): Buffer => {
  const canvas = makeCanvas(640, 400, [253, 252, 248]);
  canvas.fill(24, 24, 592, 3, brick);
  canvas.fill(200, 44, 240, 18, slate);
  for (let i = 0; i < 6; i++) canvas.fill(48, 110 + i * 38, 260 + ((seed * 37 + i * 61) % 240), 8, [170, 174, 180]);
  for (let y = 96; y <= 324; y += 38) canvas.fill(24, y, 592, 1, line);
  for (const [x, y, w, h] of [
    [470, 270, 110, 6],
    [470, 354, 110, 6],
    [470, 270, 6, 90],
    [574, 270, 6, 90],
  ] as const)
    canvas.fill(x, y, w, h, brick);
  return canvas.toPng();
};
