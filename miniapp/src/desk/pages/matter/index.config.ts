export default definePageConfig({ navigationBarTitleText: '经办事项' });
