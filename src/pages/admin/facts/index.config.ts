export default definePageConfig({ navigationBarTitleText: '依据' })
