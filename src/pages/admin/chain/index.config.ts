export default definePageConfig({ navigationBarTitleText: '粘贴接龙' })
