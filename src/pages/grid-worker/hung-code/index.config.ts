export default definePageConfig({ navigationBarTitleText: '挂在门口的码' })
