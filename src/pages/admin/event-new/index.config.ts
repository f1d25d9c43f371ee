export default definePageConfig({ navigationBarTitleText: '办活动' })
