const path = require('node:path');
const attributes = require('./attributes.cjs');

/** Lets `aria-*` through to the mini-program: Taro's generated templates know only the attributes they are told. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return; // H5 writes attributes itself
      platform.template.mergeComponents(ctx, attributes);
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime.js'));
    },
  });
};
