export default definePageConfig({ navigationBarTitleText: '码卡' })
