export default definePageConfig({ navigationBarTitleText: '主题月、宣传周' })
