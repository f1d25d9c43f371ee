export const words = {
  title: '待上传的照片',
  emptyTitle: '照片都传上了',
  emptySentence: '这部手机里没有待上传的照片。',
  when: '什么时候传照片',
  any: '有网就传',
  wifi: '只用 Wi-Fi',
}
