export default definePageConfig({ navigationBarTitleText: '需要处理' })
