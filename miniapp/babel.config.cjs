const texts = {
  languages: process.env.TARO_ENV === 'h5' ? ['zh-CN'] : ['zh-CN', 'en'],
  whole: process.env.NODE_ENV !== 'production',
};

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
  plugins: [[require('./plugins/texts/index.cjs'), texts]],
};
