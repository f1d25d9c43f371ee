export default definePageConfig({ navigationBarTitleText: '总结的模板' })
