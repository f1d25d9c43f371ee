export default definePageConfig({ navigationBarTitleText: '这个月记的' })
