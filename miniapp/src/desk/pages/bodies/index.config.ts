export default definePageConfig({ navigationBarTitleText: '组织与岗位' });
