export default definePageConfig({ navigationBarTitleText: '引用数' })
