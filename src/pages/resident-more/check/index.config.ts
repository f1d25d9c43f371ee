export default definePageConfig({ navigationBarTitleText: '核对文件' })
