export default definePageConfig({ navigationBarTitleText: '改总结' })
