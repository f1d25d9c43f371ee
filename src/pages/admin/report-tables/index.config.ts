export default definePageConfig({ navigationBarTitleText: '上级的表' })
